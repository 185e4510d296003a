import { Skeleton } from '@mantine/core';
import { NodeSelection } from '@tiptap/pm/state';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import classNames from '../markdown.module.css';
import { blockActions, blockNames, type BlockName } from './block-actions.ts';
import { clipboardProps } from './editor-clipboard.ts';
import { EditorContextBar } from './editor-context-bar.tsx';
import { markdownExtensions } from './editor-extensions.ts';
import type { EditorRequest } from './editor-request.ts';
import { EditorToolbar } from './editor-toolbar.tsx';
import { linkRequest, requestFor } from './mark-actions.ts';
import { documentOf } from './markdown-document.ts';
import classes from './markdown-editor.module.css';
import { RequestDialog } from './request-dialog.tsx';
import { SlashMenu, slashMenu, type SlashMenuState, slashOptionId } from './slash-menu.tsx';
import { useMarkdownValue } from './use-markdown-value.ts';

export interface MarkdownEditorProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  isInvalid: boolean;
  describedBy: string | undefined;
  minRows: number;
  /** Whether what shows the text gives its readers the right to its pictures. */
  hasPictures: boolean;
  /** Where the toolbar stands: beside the choice between text, source and preview. */
  toolbarPlace: HTMLElement | null;
}

/** Case, accents and spaces aside, as people type when they look for something. */
const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/[\p{Diacritic}\s]/gu, '')
    .toLowerCase();

/** Edits Markdown as it will be seen. */
export function MarkdownEditor({
  id,
  label,
  value,
  onChange,
  isInvalid,
  describedBy,
  minRows,
  hasPictures,
  toolbarPlace,
}: MarkdownEditorProps) {
  const { t } = useTranslation('fields');
  const [request, setRequest] = useState<EditorRequest | null>(null);
  const [slash, setSlash] = useState<SlashMenuState | null>(null);
  const blocks = blockNames.filter((name) => name !== 'image' || hasPictures);
  const names = useRef(blocks);
  names.current = blocks;
  const words = useRef(t);
  words.current = t;

  const extensions = useMemo(
    () => [
      ...markdownExtensions({ tickLabel: (isDone) => words.current(isDone ? 'editor.taskDone' : 'editor.taskOpen') }),
      slashMenu({
        search: (typed) => names.current.filter((name) => plain(words.current(`editor.block.${name}`)).includes(plain(typed))),
        run: (name: BlockName) => current.current !== null && blockActions[name].run(current.current, setRequest),
        show: setSlash,
      }),
    ],
    [],
  );
  const clipboard = useMemo(() => clipboardProps(hasPictures ? (files) => setRequest({ kind: 'image', files }) : null), [hasPictures]);
  const current = useRef<Editor | null>(null);

  const editor: Editor | null = useEditor({
    extensions,
    content: documentOf(value),
    editorProps: {
      ...clipboard,
      attributes: {
        id,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': `${id}-label`,
        class: `${classNames.prose} ${classes.text}`,
        style: `min-height: ${minRows * 1.7}em`,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
        ...(isInvalid ? { 'aria-invalid': 'true' } : {}),
        ...(slash === null
          ? {}
          : { 'aria-controls': `${id}-blocks`, 'aria-activedescendant': slashOptionId(id, slash.items[slash.chosen]) }),
      },
      handleClickOn: (view, _, node, pos, event, isDirect) => {
        const asked = isDirect && event.detail === 1 ? requestFor(node, pos) : null;
        // A click chooses a picture; the bar below asks for its words.
        if (asked === null || asked.kind === 'alternativeText') return false;
        view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
        setRequest(asked);
        return true;
      },
      handleKeyDown: ({ state }, event) => {
        if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && current.current !== null) {
          event.preventDefault();
          setRequest(linkRequest(current.current));
          return true;
        }
        const asked =
          event.key === 'Enter' && state.selection instanceof NodeSelection ? requestFor(state.selection.node, state.selection.from) : null;
        if (asked !== null) setRequest(asked);
        return asked !== null;
      },
    },
  });
  current.current = editor;
  // The library gives an editor up that took long to be shown, and makes another.
  if (editor === null) return <Skeleton height={`${minRows * 1.7 + 6}rem`} radius={0} />;
  return (
    <EditorFrame
      editor={editor}
      value={value}
      onChange={onChange}
      toolbar={<EditorToolbar editor={editor} label={label} ask={setRequest} blocks={blocks} controls={id} />}
      toolbarPlace={toolbarPlace}
    >
      <EditorContextBar editor={editor} ask={setRequest} controls={id} />
      {slash !== null && <SlashMenu id={id} state={slash} />}
      <RequestDialog editor={editor} request={request} onClose={() => setRequest(null)} />
    </EditorFrame>
  );
}

interface EditorFrameProps extends Pick<MarkdownEditorProps, 'value' | 'onChange' | 'toolbarPlace'> {
  editor: Editor;
  toolbar: ReactNode;
  /** Below the text, and above everything. */
  children: ReactNode;
}

function EditorFrame({ editor, value, onChange, toolbar, toolbarPlace, children }: EditorFrameProps) {
  useMarkdownValue(editor, { value, onChange });

  // As in other editors: from the text to the bars and on, and back by Escape.
  const goAround = (event: KeyboardEvent<HTMLDivElement>): void => {
    const here = event.target instanceof Element ? event.target.closest('[role=toolbar]') : null;
    const isOnward = event.key === 'F10' && event.altKey;
    if (!isOnward && (event.key !== 'Escape' || here === null)) return;
    event.preventDefault();
    const bars = [toolbarPlace, event.currentTarget].flatMap((part) => [...(part?.querySelectorAll('[role=toolbar]') ?? [])]);
    const next = isOnward ? bars[(here === null ? bars.length : bars.indexOf(here)) - 1] : undefined;
    if (next === undefined) editor.commands.focus();
    else next.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- It only hears the keys of what is inside.
    <div className={classes.editor} onKeyDown={goAround}>
      {toolbarPlace && createPortal(toolbar, toolbarPlace)}
      <EditorContent editor={editor} className={classes.pane} />
      {children}
    </div>
  );
}
