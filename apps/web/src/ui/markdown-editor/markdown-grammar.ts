import type { Definition, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

// The grammar of the renderer.
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();

/** The one spelling of what may be written in several ways. */
const writer = unified()
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkStringify, {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    strong: '*',
    fence: '`',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  })
  .freeze();

export const parseMarkdown = (text: string): Root => parser.parse(text);

export const writeMarkdown = (root: Root): string => writer.stringify(root).trimEnd();

export function everyNode(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(everyNode)] : [node];
}

/** What references in a text lead to, by identifier; the first definition holds. */
export function definitionsIn(root: Root): ReadonlyMap<string, Definition> {
  const definitions = everyNode(root).filter((node) => node.type === 'definition');
  return new Map(definitions.toReversed().map((definition) => [definition.identifier, definition]));
}
