import { MantineProvider } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { act, render } from '@testing-library/react';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { extrasOf } from '../src/ui/markdown-extras.ts';
import { MarkdownEditor } from '../src/ui/markdown-editor/markdown-editor.tsx';
import { Markdown } from '../src/ui/markdown.tsx';

/** What the one renderer makes of a text; a line end is a space. */
export async function htmlOf(text: string): Promise<string> {
  await Promise.all(extrasOf('$ ```'));
  const { container, unmount } = await act(async () =>
    render(
      <MantineProvider>
        <MemoryRouter>
          <main>
            <Markdown>{text}</Markdown>
          </main>
        </MemoryRouter>
      </MantineProvider>,
    ),
  );
  const html = container.querySelector('main')?.firstElementChild?.innerHTML ?? '';
  unmount();
  return html.replaceAll(/\s+/g, ' ').trim();
}

function Field({ initial, onChange }: { initial: string; onChange: (value: string) => void }) {
  const [value, setValue] = useState(initial);
  return (
    <MantineProvider>
      <label id="body-label" htmlFor="body">
        Body
      </label>
      <MarkdownEditor
        id="body"
        label="Body"
        value={value}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
        isInvalid={false}
        describedBy={undefined}
        minRows={4}
        hasPictures
        toolbarPlace={null}
      />
    </MantineProvider>
  );
}

export interface OpenedEditor {
  readonly editor: Editor;
  readonly dom: HTMLElement;
  /** The last value that the form was given; what it was opened with, if none. */
  readonly value: () => string;
  readonly changes: readonly string[];
  readonly act: (edit: (editor: Editor) => void) => Promise<void>;
  readonly close: () => void;
}

/** The editor as it stands in a form, with a text in it. */
export async function openEditor(initial: string): Promise<OpenedEditor> {
  const changes: string[] = [];
  const onChange = vi.fn((value: string) => void changes.push(value));
  const { container, unmount } = await act(async () => render(<Field initial={initial} onChange={onChange} />));
  const dom = container.querySelector<HTMLElement & { editor?: Editor }>('[role=textbox]');
  const editor = dom?.editor;
  if (!dom || editor === undefined) throw new Error('there is no editor');
  return {
    editor,
    dom,
    changes,
    value: () => changes.at(-1) ?? initial,
    act: (edit) =>
      act(async () => {
        edit(editor);
        // What is written later, for a long text, is written when the focus leaves.
        editor.emit('blur', { editor, event: new FocusEvent('blur'), transaction: editor.state.tr });
      }),
    close: unmount,
  };
}
