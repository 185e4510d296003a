import type { JSONContent } from '@tiptap/core';
import type { BlockContent, Definition, DefinitionContent, ListItem, Nodes, PhrasingContent, Root, Table, TableRow } from 'mdast';
import { writeMarkdown } from './markdown-grammar.ts';

type Marks = NonNullable<JSONContent['marks']>;
type Block = Root['children'][number];

export interface Conversion {
  readonly definitions: ReadonlyMap<string, Definition>;
}

const text = (words: string, marks: Marks): JSONContent[] => (words === '' ? [] : [{ type: 'text', text: words, marks }]);

/** A line of the source that ends is a space on the page. */
const onOneLine = (words: string): string => words.replaceAll(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ');

const written = (node: Nodes): string =>
  // The writer takes any content as a root's, as Markdown itself does in places.
  node.type === 'html' ? node.value : node.type === 'root' ? writeMarkdown(node) : writeMarkdown({ type: 'root', children: [node] });

export const sourceBlock = (node: Block | BlockContent | DefinitionContent): JSONContent => {
  const source = written(node);
  return { type: 'sourceBlock', content: source === '' ? [] : [{ type: 'text', text: source }] };
};

const sourceInline = (node: PhrasingContent, marks: Marks): JSONContent[] => [
  { type: 'sourceInline', attrs: { source: written(node) }, marks },
];

const markNames = { emphasis: 'italic', strong: 'bold', delete: 'strike', link: 'link', linkReference: 'link' } as const;

function inline(nodes: readonly PhrasingContent[], marks: Marks, conversion: Conversion): JSONContent[] {
  return nodes.flatMap((node): JSONContent[] => {
    switch (node.type) {
      case 'text':
        return text(onOneLine(node.value), marks);
      case 'inlineCode':
        return text(onOneLine(node.value), [...marks, { type: 'code' }]);
      case 'break':
        return [{ type: 'hardBreak', marks }];
      case 'inlineMath':
        return [{ type: 'formula', attrs: { latex: onOneLine(node.value) }, marks }];
      case 'image':
        return [{ type: 'image', attrs: { src: node.url, alt: node.alt ?? '', title: node.title ?? null }, marks }];
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'linkReference':
        return marked(node, marks, conversion);
      default:
        return sourceInline(node, marks);
    }
  });
}

type Marking = Extract<PhrasingContent, { type: keyof typeof markNames }>;

function marked(node: Marking, marks: Marks, conversion: Conversion): JSONContent[] {
  const type = markNames[node.type];
  const attrs = node.type === 'link' || node.type === 'linkReference' ? linkAttributes(node, conversion) : {};
  // The same mark twice over the same words is one mark for the editor.
  if (attrs === null || marks.some((mark) => mark.type === type)) return sourceInline(node, marks);
  return inline(node.children, [...marks, { type, attrs: { ...attrs, order: marks.length } }], conversion);
}

function linkAttributes(node: Extract<Marking, { type: 'link' | 'linkReference' }>, { definitions }: Conversion) {
  if (node.type === 'link') return { href: node.url, title: node.title ?? null };
  const definition = definitions.get(node.identifier);
  if (definition === undefined) return null;
  const { identifier, label, referenceType } = node;
  return { href: definition.url, title: definition.title ?? null, reference: { identifier, label: label ?? identifier, referenceType } };
}

const paragraph = (content: JSONContent[]): JSONContent => ({ type: 'paragraph', content });

function listItem({ children, checked, spread }: ListItem, conversion: Conversion): JSONContent {
  const content = children.map((child) => block(child, conversion));
  return {
    type: 'listItem',
    attrs: { checked: checked ?? null, spread: spread ?? false },
    content: content.length === 0 ? [paragraph([])] : content,
  };
}

function table({ children, align }: Table, conversion: Conversion): JSONContent {
  const columns = align?.length ?? children[0]?.children.length ?? 0;
  const cellsOf = (row: TableRow, type: string): JSONContent[] =>
    Array.from({ length: columns }, (_, column) => ({
      type,
      attrs: { align: align?.[column] ?? null },
      content: [paragraph(inline(row.children[column]?.children ?? [], [], conversion))],
    }));
  return {
    type: 'table',
    content: children.map((row, index) => ({ type: 'tableRow', content: cellsOf(row, index === 0 ? 'tableHeader' : 'tableCell') })),
  };
}

export function block(node: Block | BlockContent | DefinitionContent, conversion: Conversion): JSONContent {
  const blocks = (children: readonly (BlockContent | DefinitionContent)[]): JSONContent[] =>
    children.map((child) => block(child, conversion));
  switch (node.type) {
    case 'paragraph':
      return paragraph(inline(node.children, [], conversion));
    case 'heading':
      return { type: 'heading', attrs: { level: node.depth }, content: inline(node.children, [], conversion) };
    case 'blockquote':
      return { type: 'blockquote', content: node.children.length === 0 ? [paragraph([])] : blocks(node.children) };
    case 'list':
      return {
        type: node.ordered === true ? 'orderedList' : 'bulletList',
        attrs: { spread: node.spread ?? false, ...(node.ordered === true ? { start: node.start ?? 1 } : {}) },
        content: node.children.map((item) => listItem(item, conversion)),
      };
    case 'code':
      return {
        type: 'codeBlock',
        attrs: { language: node.lang ?? null, meta: node.meta ?? null },
        content: text(node.value, []),
      };
    case 'math':
      return { type: 'formulaBlock', attrs: { latex: node.value, meta: node.meta ?? null } };
    case 'thematicBreak':
      return { type: 'horizontalRule' };
    case 'table':
      return table(node, conversion);
    default:
      return sourceBlock(node);
  }
}
