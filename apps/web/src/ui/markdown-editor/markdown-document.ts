import type { JSONContent } from '@tiptap/core';
import type { FootnoteDefinition, Root } from 'mdast';
import { treeOf } from './from-document.ts';
import { definitionsIn, everyNode, parseMarkdown, writeMarkdown } from './markdown-grammar.ts';
import { meaningOf } from './markdown-meaning.ts';
import { block, type Conversion, sourceBlock } from './to-document.ts';

type Block = Root['children'][number];

interface Context extends Conversion {
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
}

function contextOf(root: Root): Context {
  const footnotes = everyNode(root).filter((node) => node.type === 'footnoteDefinition');
  return { definitions: definitionsIn(root), footnotes: new Map(footnotes.map((note) => [note.identifier, { ...note, children: [] }])) };
}

/** What the references in a block need to be references. */
function surroundingsOf(node: Block, { definitions, footnotes }: Context): Block[] {
  const found = everyNode(node).map((inside): Block | undefined => {
    if (inside.type === 'linkReference' || inside.type === 'imageReference') return definitions.get(inside.identifier);
    return inside.type === 'footnoteReference' ? footnotes.get(inside.identifier) : undefined;
  });
  return [...new Set(found)].filter((definition) => definition !== undefined);
}

/** A block as the editor shows it; as its source, where editing would lose some of it. */
function blockOrSource(node: Block, surroundings: readonly Block[], context: Context): JSONContent {
  const edited = block(node, context);
  if (edited.type === 'sourceBlock') return edited;
  const again = parseMarkdown(writeMarkdown(treeOf({ type: 'doc', content: [edited, ...surroundings.map(sourceBlock)] })));
  const kept = again.children.slice(0, again.children.length - surroundings.length);
  return meaningOf(kept) === meaningOf([node]) || isNothing(node, kept) ? edited : sourceBlock(node);
}

/** While somebody types, all blocks but one are those of a moment ago. */
const remembered = new Map<string, JSONContent>();
const memory = 2_000;

function rememberedBlock(node: Block, markdown: string, context: Context): JSONContent {
  const surroundings = surroundingsOf(node, context);
  const source = markdown.slice(node.position?.start.offset, node.position?.end.offset);
  const key = [source, node.position?.start.column, ...surroundings.map((definition) => JSON.stringify(sourceBlock(definition)))].join(
    '\0',
  );
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= memory) remembered.clear();
  const found = blockOrSource(node, surroundings, context);
  remembered.set(key, found);
  return found;
}

/** An empty paragraph of a reference that leads nowhere, for one. */
const isNothing = (node: Block, kept: readonly Block[]): boolean =>
  node.type === 'paragraph' && node.children.length === 0 && kept.length === 0;

/** The editor's document for a Markdown text. */
export function documentOf(markdown: string): JSONContent {
  const root = parseMarkdown(markdown);
  const context = contextOf(root);
  const content = root.children.map((node) => rememberedBlock(node, markdown, context));
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** Rounds after which a text that still changes is left as it is. */
const patience = 4;

/** The canonical text of a document: reading it and writing it again gives the same. */
export function markdownOf(document: JSONContent): string {
  let text = writeMarkdown(treeOf(document));
  for (let round = 0; round < patience; round += 1) {
    const again = writeMarkdown(treeOf(documentOf(text)));
    if (again === text) break;
    text = again;
  }
  return text;
}
