import type { Definition, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** What a text shows and leads to. */
export interface Addresses {
  /** Of links and pictures, each once. */
  readonly all: readonly string[];
  /** Of pictures that no words stand for. */
  readonly withoutAlternative: readonly string[];
}

/** The grammar by which students are shown texts. */
const grammar = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])];
}

const isDefinition = (node: Nodes): node is Definition => node.type === 'definition';
const isPicture = (node: Nodes): node is Image | ImageReference => node.type === 'image' || node.type === 'imageReference';
const isLink = (node: Nodes): node is Link | LinkReference => node.type === 'link' || node.type === 'linkReference';

/** The addresses in a text, found by its grammar: code and formulas are passed over. */
export function readMarkdown(text: string): Addresses {
  const nodes = nodesOf(grammar.parse(text));
  const defined = new Map(nodes.filter(isDefinition).map(({ identifier, url }) => [identifier, url]));
  const addressOf = (node: Image | ImageReference | Link | LinkReference): string[] => {
    const address = 'url' in node ? node.url : defined.get(node.identifier);
    return address === undefined ? [] : [address];
  };
  const pictures = nodes.filter(isPicture);
  return {
    all: [...new Set([...nodes.filter(isLink), ...pictures].flatMap(addressOf))],
    withoutAlternative: [...new Set(pictures.filter(({ alt }) => !alt?.trim()).flatMap(addressOf))],
  };
}
