import { Button, NativeSelect, Text } from '@mantine/core';
import { NodeSelection } from '@tiptap/pm/state';
import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { lowlight } from './editor-extensions.ts';
import type { AskFor } from './editor-request.ts';
import type { ColumnAlign } from './line-tables.ts';
import { linkRequest, requestFor } from './mark-actions.ts';
import classes from './markdown-editor.module.css';
import { RovingToolbar } from './roving-toolbar.tsx';

const languages = lowlight.listLanguages().toSorted();
const alignments: readonly Exclude<ColumnAlign, null>[] = ['left', 'center', 'right'];

const tableActions = {
  rowAbove: (editor) => editor.chain().focus().addRowBefore().run(),
  rowBelow: (editor) => editor.chain().focus().addRowAfter().run(),
  rowRemove: (editor) => editor.chain().focus().deleteRow().run(),
  columnBefore: (editor) => editor.chain().focus().addColumnBefore().run(),
  columnAfter: (editor) => editor.chain().focus().addColumnAfter().run(),
  columnRemove: (editor) => editor.chain().focus().deleteColumn().run(),
  remove: (editor) => editor.chain().focus().deleteTable().run(),
} satisfies Record<string, (editor: Editor) => void>;
const tableNames = [
  'rowAbove',
  'rowBelow',
  'rowRemove',
  'columnBefore',
  'columnAfter',
  'columnRemove',
  'remove',
] as const satisfies readonly (keyof typeof tableActions)[];

interface EditorContextBarProps {
  editor: Editor;
  ask: AskFor;
  /** The id of the text. */
  controls: string;
}

/** Below the text: what can be done with that in which the cursor stands. It is always there, so that nothing jumps. */
export function EditorContextBar({ editor, ask, controls }: EditorContextBarProps) {
  const { t } = useTranslation('fields');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { selection } = now.state;
      const node = selection instanceof NodeSelection ? selection.node : null;
      return {
        request: node && requestFor(node, selection.from),
        isTable: now.isActive('table'),
        align: (now.getAttributes('tableCell')['align'] ?? now.getAttributes('tableHeader')['align'] ?? null) as ColumnAlign,
        isCode: now.isActive('codeBlock'),
        language: String(now.getAttributes('codeBlock')['language'] ?? ''),
        isSource: now.isActive('sourceBlock'),
        isLink: now.isActive('link'),
      };
    },
  });

  const button = (label: string, run: () => void, isPressed?: boolean) => (
    <Button
      key={label}
      size="compact-sm"
      variant={isPressed === true ? 'light' : 'subtle'}
      color="gray"
      aria-pressed={isPressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {label}
    </Button>
  );

  const parts = [
    ...(state.request === null ? [] : [button(t(`editor.edit.${state.request.kind}`), () => state.request && ask(state.request))]),
    ...(state.isLink ? [button(t('editor.edit.link'), () => ask(linkRequest(editor)))] : []),
    ...(state.isTable ? tableNames.map((name) => button(t(`editor.table.${name}`), () => tableActions[name](editor))) : []),
    ...(state.isTable
      ? alignments.map((align) =>
          button(
            t(`editor.align.${align}`),
            () =>
              editor
                .chain()
                .focus()
                .alignColumn(state.align === align ? null : align)
                .run(),
            state.align === align,
          ),
        )
      : []),
    ...(state.isCode ? [<CodeLanguage key="language" editor={editor} language={state.language} />] : []),
  ];

  if (parts.length === 0) {
    return (
      <div className={classes.context}>
        <Text size="xs" c="dimmed">
          {t(state.isSource ? 'editor.sourceHint' : 'editor.hint')}
        </Text>
      </div>
    );
  }
  return (
    <RovingToolbar label={t('editor.context')} className={classes.context} controls={controls}>
      {parts}
    </RovingToolbar>
  );
}

function CodeLanguage({ editor, language }: { editor: Editor; language: string }) {
  const { t } = useTranslation('fields');
  const known = language === '' || languages.includes(language) ? languages : [language, ...languages];
  return (
    <NativeSelect
      size="xs"
      aria-label={t('editor.language')}
      value={language}
      data={[{ value: '', label: t('editor.noLanguage') }, ...known]}
      onChange={({ currentTarget }) => editor.commands.updateAttributes('codeBlock', { language: currentTarget.value || null })}
    />
  );
}
