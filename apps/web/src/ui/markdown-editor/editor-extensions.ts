import { type AnyExtension, Extension } from '@tiptap/core';
import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight';
import { Table, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { common, createLowlight } from 'lowlight';
import { InlineImage, LineCell, LineHeader, MarkableCode, ShiftedHeading, SourceBlock, SourceInline } from './editor-nodes.ts';
import { Formula, FormulaBlock } from './formula-nodes.ts';
import { LineTables } from './line-tables.ts';
import { TaskItem } from './task-list.ts';

export const lowlight = createLowlight(common);

const kept = { default: null, rendered: false };

/** What Markdown says beside what is shown: kept, so that it is written again. */
const MarkdownAttributes = Extension.create({
  name: 'markdownAttributes',
  addGlobalAttributes() {
    return [
      { types: ['bold', 'italic', 'strike', 'link'], attributes: { order: kept } },
      { types: ['link'], attributes: { reference: kept } },
      { types: ['codeBlock'], attributes: { meta: kept } },
      { types: ['bulletList', 'orderedList'], attributes: { spread: { default: false, rendered: false } } },
    ];
  },
});

/** All that the editor knows, which is what Markdown knows. */
export const markdownExtensions = ({ tickLabel }: { tickLabel: (isDone: boolean) => string }): AnyExtension[] => [
  StarterKit.configure({
    heading: false,
    code: false,
    codeBlock: false,
    listItem: false,
    underline: false,
    link: {
      openOnClick: false,
      HTMLAttributes: { target: null, rel: null },
      // As the renderer does: what is no address to be seen is none.
      shouldAutoLink: (address) => /^(?:https?:\/\/|www\.)/.test(address),
    },
  }),
  MarkdownAttributes,
  ShiftedHeading,
  MarkableCode,
  TaskItem.configure({ tickLabel }),
  CodeBlockLowlight.configure({ lowlight }),
  Table.configure({ renderWrapper: true }),
  TableRow,
  LineHeader,
  LineCell,
  LineTables,
  InlineImage,
  Formula,
  FormulaBlock,
  SourceBlock,
  SourceInline,
];
