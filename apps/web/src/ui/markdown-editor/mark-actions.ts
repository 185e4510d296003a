import type { Editor } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconMathSymbols,
  IconStrikethrough,
} from '@tabler/icons-react';
import type { AskFor, EditorRequest, NodeRequest } from './editor-request.ts';

interface MarkAction {
  readonly icon: Icon;
  /** Undefined for what is done rather than switched. */
  readonly isActive?: (editor: Editor) => boolean;
  readonly isPossible?: (editor: Editor) => boolean;
  readonly run: (editor: Editor, ask: AskFor) => void;
}

export const markNames = ['bold', 'italic', 'strike', 'code', 'link', 'formula'] as const;
export const historyNames = ['undo', 'redo'] as const;
export type MarkName = (typeof markNames)[number] | (typeof historyNames)[number];

/** The link that the cursor stands in, or the words that are to become one. */
export function linkRequest(editor: Editor): EditorRequest {
  const isPresent = editor.isActive('link');
  if (isPresent) editor.commands.extendMarkRange('link');
  const { from, to } = editor.state.selection;
  return {
    kind: 'link',
    href: isPresent ? String(editor.getAttributes('link')['href'] ?? '') : '',
    words: editor.state.doc.textBetween(from, to, ' '),
    isPresent,
  };
}

/** What is asked for to change a thing that stands in the text, if there is something to ask. */
export function requestFor(node: ProseNode, pos: number): NodeRequest | null {
  switch (node.type.name) {
    case 'formula':
    case 'formulaBlock':
      return { kind: 'formula', isBlock: node.type.name === 'formulaBlock', latex: String(node.attrs['latex']), pos };
    case 'image':
      return { kind: 'alternativeText', alt: String(node.attrs['alt']), pos };
    case 'sourceInline':
      return { kind: 'source', source: String(node.attrs['source']), pos };
    default:
      return null;
  }
}

export const markActions: Readonly<Record<MarkName, MarkAction>> = {
  bold: { icon: IconBold, isActive: (editor) => editor.isActive('bold'), run: (editor) => editor.chain().focus().toggleBold().run() },
  italic: {
    icon: IconItalic,
    isActive: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  strike: {
    icon: IconStrikethrough,
    isActive: (editor) => editor.isActive('strike'),
    run: (editor) => editor.chain().focus().toggleStrike().run(),
  },
  code: { icon: IconCode, isActive: (editor) => editor.isActive('code'), run: (editor) => editor.chain().focus().toggleCode().run() },
  link: { icon: IconLink, isActive: (editor) => editor.isActive('link'), run: (editor, ask) => ask(linkRequest(editor)) },
  formula: {
    icon: IconMathSymbols,
    run: (editor, ask) => {
      const { from, to } = editor.state.selection;
      ask({ kind: 'formula', isBlock: false, latex: editor.state.doc.textBetween(from, to, ' '), pos: null });
    },
  },
  undo: { icon: IconArrowBackUp, isPossible: (editor) => editor.can().undo(), run: (editor) => editor.chain().focus().undo().run() },
  redo: { icon: IconArrowForwardUp, isPossible: (editor) => editor.can().redo(), run: (editor) => editor.chain().focus().redo().run() },
};
