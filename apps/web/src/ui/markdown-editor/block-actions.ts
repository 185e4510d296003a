import type { Editor } from '@tiptap/core';
import {
  type Icon,
  IconBlockquote,
  IconH1,
  IconH2,
  IconH3,
  IconLetterT,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconMathFunction,
  IconPhoto,
  IconSeparatorHorizontal,
  IconSourceCode,
  IconTable,
} from '@tabler/icons-react';
import type { AskFor } from './editor-request.ts';

export const blockNames = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'list',
  'numbers',
  'tasks',
  'quote',
  'image',
  'table',
  'codeBlock',
  'formulaBlock',
  'rule',
] as const;
export type BlockName = (typeof blockNames)[number];

interface BlockAction {
  readonly icon: Icon;
  readonly isActive: (editor: Editor) => boolean;
  readonly run: (editor: Editor, ask: AskFor) => void;
}

const heading = (level: 1 | 2 | 3, icon: Icon): BlockAction => ({
  icon,
  isActive: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
});

const isInTasks = (editor: Editor): boolean => typeof editor.getAttributes('listItem')['checked'] === 'boolean';

/** What a block may be, wherever it is asked for: in the toolbar, or after a slash. */
export const blockActions: Readonly<Record<BlockName, BlockAction>> = {
  paragraph: {
    icon: IconLetterT,
    isActive: (editor) => editor.isActive('paragraph'),
    run: (editor) => editor.chain().focus().setParagraph().run(),
  },
  heading1: heading(1, IconH1),
  heading2: heading(2, IconH2),
  heading3: heading(3, IconH3),
  list: {
    icon: IconList,
    isActive: (editor) => editor.isActive('bulletList') && !isInTasks(editor),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  numbers: {
    icon: IconListNumbers,
    isActive: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  tasks: { icon: IconListCheck, isActive: isInTasks, run: (editor) => editor.chain().focus().toggleTasks().run() },
  quote: {
    icon: IconBlockquote,
    isActive: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  image: { icon: IconPhoto, isActive: (editor) => editor.isActive('image'), run: (_, ask) => ask({ kind: 'image', files: [] }) },
  table: {
    icon: IconTable,
    isActive: (editor) => editor.isActive('table'),
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
  },
  codeBlock: {
    icon: IconSourceCode,
    isActive: (editor) => editor.isActive('codeBlock'),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  },
  formulaBlock: {
    icon: IconMathFunction,
    isActive: (editor) => editor.isActive('formulaBlock') || editor.isActive('formula'),
    run: (_, ask) => ask({ kind: 'formula', isBlock: true, latex: '', pos: null }),
  },
  rule: {
    icon: IconSeparatorHorizontal,
    isActive: (editor) => editor.isActive('horizontalRule'),
    run: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
};
