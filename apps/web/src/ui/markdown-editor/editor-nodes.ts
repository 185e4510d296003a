import { mergeAttributes, Node } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { Heading } from '@tiptap/extension-heading';
import { TableCell, TableHeader } from '@tiptap/extension-table';
import { isShownHere } from '../shown-here.ts';

const attribute = (element: HTMLElement, name: string): string | null => element.getAttribute(name);

/** One level lower than Markdown's, as the renderer shows it: the page around has the first. */
export const ShiftedHeading = Heading.extend({
  parseHTML() {
    const levels = [1, 2, 3, 4, 5, 6];
    return [
      ...levels.map((level) => ({ tag: `[data-level="${level}"]`, attrs: { level }, priority: 60 })),
      ...levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    ];
  },
  renderHTML({ node, HTMLAttributes }) {
    const level = Number(node.attrs['level']);
    return [`h${Math.min(level + 1, 6)}`, mergeAttributes(HTMLAttributes, { 'data-level': level }), 0];
  },
});

/** Markdown's code may be bold, or a link. */
export const MarkableCode = Code.extend({ excludes: '' });

/** A cell of Markdown's tables is one line. */
export const LineCell = TableCell.extend({ content: 'paragraph' });
export const LineHeader = TableHeader.extend({ content: 'paragraph' });

/** A picture in a line. One of another site is not fetched, neither here nor by the renderer. */
export const InlineImage = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes() {
    return { src: { default: '' }, alt: { default: '' }, title: { default: null } };
  },
  parseHTML() {
    return [{ tag: 'img[src]' }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const address = String(node.attrs['src']);
    if (isShownHere(address)) return ['img', HTMLAttributes];
    return ['span', { 'data-elsewhere': '', title: address }, String(node.attrs['alt'] || address)];
  },
});

/** What the editor cannot show otherwise, as it is written. */
export const SourceBlock = Node.create({
  name: 'sourceBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML() {
    return [{ tag: 'pre[data-source]', preserveWhitespace: 'full', priority: 60 }];
  },
  renderHTML() {
    return ['pre', { 'data-source': '' }, ['code', 0]];
  },
});

export const SourceInline = Node.create({
  name: 'sourceInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return { source: { default: '', parseHTML: (element) => attribute(element, 'data-source'), renderHTML: () => ({}) } };
  },
  parseHTML() {
    return [{ tag: 'code[data-source]', priority: 60 }];
  },
  renderHTML({ node }) {
    const source = String(node.attrs['source']);
    return ['code', { 'data-source': source }, source];
  },
});
