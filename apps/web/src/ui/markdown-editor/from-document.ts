import type { JSONContent } from '@tiptap/core';
import type { AlignType, BlockContent, PhrasingContent, Root, TableCell } from 'mdast';
import { nestedMarks, type Piece } from './inline-marks.ts';
import { definitionsIn, parseMarkdown } from './markdown-grammar.ts';

type IsDefined = (identifier: string) => boolean;

const childrenOf = ({ content = [] }: JSONContent): readonly JSONContent[] => content;
const textOf = (node: JSONContent): string => childrenOf(node).reduce((words, child) => words + (child.text ?? ''), '');
const attributeOf = (node: JSONContent, name: string): string | null => {
  const value: unknown = node.attrs?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const footnoteForm = /^\[\^([^\]\s]+)\]$/;

function sourceLeaf(source: string): PhrasingContent {
  const [, label] = footnoteForm.exec(source) ?? [];
  return label === undefined ? { type: 'html', value: source } : { type: 'footnoteReference', identifier: label.toLowerCase(), label };
}

function leafOf(node: JSONContent): PhrasingContent {
  switch (node.type) {
    case 'hardBreak':
      return { type: 'break' };
    case 'formula':
      return { type: 'inlineMath', value: attributeOf(node, 'latex') ?? '' };
    case 'image':
      return { type: 'image', url: attributeOf(node, 'src') ?? '', alt: attributeOf(node, 'alt') ?? '', title: attributeOf(node, 'title') };
    case 'sourceInline':
      return sourceLeaf(attributeOf(node, 'source') ?? '');
    default: {
      const value = (node.text ?? '').replaceAll('\n', ' ');
      return node.marks?.some(({ type }) => type === 'code') ? { type: 'inlineCode', value } : { type: 'text', value };
    }
  }
}

const isEmptyFormula = (node: JSONContent): boolean => node.type === 'formula' && attributeOf(node, 'latex') === null;

function inline(nodes: readonly JSONContent[], isDefined: IsDefined): PhrasingContent[] {
  const pieces = nodes
    .filter((node) => !isEmptyFormula(node))
    .map((node): Piece => ({ leaf: leafOf(node), marks: (node.marks ?? []).filter(({ type }) => type !== 'code') }));
  return nestedMarks(pieces, isDefined);
}

/** A cell holds one paragraph. */
const cell = (node: JSONContent, isDefined: IsDefined): TableCell => ({
  type: 'tableCell',
  children: inline(childrenOf(node).flatMap(childrenOf), isDefined),
});

function table(node: JSONContent, isDefined: IsDefined): BlockContent {
  const rows = childrenOf(node);
  const align = (rows[0] === undefined ? [] : childrenOf(rows[0])).map((header) => attributeOf(header, 'align') as AlignType);
  return {
    type: 'table',
    align,
    children: rows.map((row) => ({ type: 'tableRow', children: childrenOf(row).map((one) => cell(one, isDefined)) })),
  };
}

/** Nothing for an empty paragraph: Markdown has none. */
function block(node: JSONContent, isDefined: IsDefined): BlockContent[] {
  const blocks = (): BlockContent[] => childrenOf(node).flatMap((child) => block(child, isDefined));
  switch (node.type) {
    case 'heading': {
      const depth = Math.min(Math.max(Number(node.attrs?.['level'] ?? 1), 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
      return [{ type: 'heading', depth, children: inline(childrenOf(node), isDefined) }];
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: blocks() }];
    case 'bulletList':
    case 'orderedList':
      return [list(node, isDefined)];
    case 'codeBlock':
      return [{ type: 'code', lang: attributeOf(node, 'language'), meta: attributeOf(node, 'meta'), value: textOf(node) }];
    case 'formulaBlock':
      return [{ type: 'math', meta: attributeOf(node, 'meta'), value: attributeOf(node, 'latex') ?? '' }];
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return [table(node, isDefined)];
    case 'sourceBlock':
      return textOf(node).trim() === '' ? [] : [{ type: 'html', value: textOf(node) }];
    default: {
      const children = inline(childrenOf(node), isDefined);
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
  }
}

function list(node: JSONContent, isDefined: IsDefined): BlockContent {
  const isOrdered = node.type === 'orderedList';
  return {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? Number(node.attrs?.['start'] ?? 1) : null,
    spread: node.attrs?.['spread'] === true,
    children: childrenOf(node).map((item) => ({
      type: 'listItem',
      checked: typeof item.attrs?.['checked'] === 'boolean' ? item.attrs['checked'] : null,
      spread: item.attrs?.['spread'] === true,
      children: childrenOf(item).flatMap((child) => block(child, isDefined)),
    })),
  };
}

const everyBlock = (node: JSONContent): JSONContent[] => [node, ...childrenOf(node).flatMap(everyBlock)];

/** References stay references as long as the text defines them. */
function definedIn(document: JSONContent): IsDefined {
  const sources = everyBlock(document).filter(({ type }) => type === 'sourceBlock');
  const definitions = definitionsIn(parseMarkdown(sources.map(textOf).join('\n\n')));
  return (identifier) => definitions.has(identifier);
}

/** The editor's document as Markdown's tree. */
export function treeOf(document: JSONContent): Root {
  const isDefined = definedIn(document);
  return { type: 'root', children: childrenOf(document).flatMap((node) => block(node, isDefined)) };
}
