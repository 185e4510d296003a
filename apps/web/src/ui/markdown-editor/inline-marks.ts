import type { JSONContent } from '@tiptap/core';
import type { PhrasingContent } from 'mdast';

/** A leaf of a line, and the marks that lie over it. */
export interface Piece {
  readonly leaf: PhrasingContent;
  readonly marks: readonly Mark[];
}
export type Mark = NonNullable<JSONContent['marks']>[number];

const wrapped = ['italic', 'bold', 'strike'];
const rank = ['link', ...wrapped];

const orderOf = (mark: Mark): number => (typeof mark.attrs?.['order'] === 'number' ? mark.attrs['order'] : rank.length);

/** `order` says how the author had nested marks; it is not a part of what they mean. */
const isSame = (a: Mark, b: Mark): boolean =>
  a.type === b.type && JSON.stringify({ ...a.attrs, order: null }) === JSON.stringify({ ...b.attrs, order: null });

const has = (piece: Piece | undefined, mark: Mark): boolean => piece?.marks.some((other) => isSame(other, mark)) ?? false;

const isBlank = ({ leaf }: Piece): boolean => leaf.type === 'break' || (leaf.type === 'text' && /^[ \t]+$/.test(leaf.value));

/** Words and the spaces between them, each for itself. */
const inPieces = (piece: Piece): Piece[] =>
  piece.leaf.type === 'text'
    ? (piece.leaf.value.match(/[ \t]+|[^ \t]+/g) ?? []).map((value) => ({ ...piece, leaf: { type: 'text', value } }))
    : [piece];

/** Markdown's marks begin and end at words: spaces at the edges are not marked. */
function withoutMarkedEdges(pieces: readonly Piece[]): Piece[] {
  return wrapped.reduce<Piece[]>(
    (line, type) => {
      const isMarked = (piece: Piece | undefined): boolean => piece?.marks.some((mark) => mark.type === type) ?? false;
      const unmark = (piece: Piece): Piece => ({ ...piece, marks: piece.marks.filter((mark) => mark.type !== type) });
      const isEdge = (at: number, step: 1 | -1): boolean => {
        let here = at;
        while (isMarked(line[here]) && isBlank(line[here] as Piece)) here += step;
        return !isMarked(line[here]);
      };
      return line.map((piece, at) => (isMarked(piece) && isBlank(piece) && (isEdge(at, 1) || isEdge(at, -1)) ? unmark(piece) : piece));
    },
    [...pieces],
  );
}

/** Neither a line nor what follows a break begins or ends with a space, and no line ends with a break. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const isSpace = (piece: Piece): boolean => piece.leaf.type !== 'break' && isBlank(piece);
  const first = pieces.findIndex((piece) => !isBlank(piece));
  const last = pieces.findLastIndex((piece) => !isBlank(piece));
  return pieces
    .slice(first === -1 ? pieces.length : first, last + 1)
    .filter((piece, at, line) => !isSpace(piece) || (line[at - 1]?.leaf.type !== 'break' && line[at + 1]?.leaf.type !== 'break'));
}

function nodeOf(mark: Mark, children: PhrasingContent[], isDefined: (identifier: string) => boolean): PhrasingContent {
  switch (mark.type) {
    case 'italic':
      return { type: 'emphasis', children };
    case 'bold':
      return { type: 'strong', children };
    case 'strike':
      return { type: 'delete', children };
    default:
      return linkNode(mark.attrs ?? {}, children, isDefined);
  }
}

function linkNode(
  attrs: Record<string, unknown>,
  children: PhrasingContent[],
  isDefined: (identifier: string) => boolean,
): PhrasingContent {
  const reference = attrs['reference'] as
    | { identifier: string; label: string; referenceType: 'full' | 'collapsed' | 'shortcut' }
    | null
    | undefined;
  if (reference && isDefined(reference.identifier)) return { type: 'linkReference', ...reference, children };
  return {
    type: 'link',
    url: typeof attrs['href'] === 'string' ? attrs['href'] : '',
    title: typeof attrs['title'] === 'string' ? attrs['title'] : null,
    children,
  };
}

/** Puts words that stand side by side under the same marks together again. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    const before = line.at(-1);
    const isMore = (before?.type === 'text' && node.type === 'text') || (before?.type === 'inlineCode' && node.type === 'inlineCode');
    if (isMore) line[line.length - 1] = { ...node, value: before.value + node.value };
    else line.push(node);
  }
  return line;
}

function nested(pieces: readonly Piece[], isDefined: (identifier: string) => boolean): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < pieces.length;) {
    const runs = (pieces[at]?.marks ?? []).map((mark) => {
      let end = at;
      while (has(pieces[end], mark)) end += 1;
      return { mark, end };
    });
    const [outermost] = runs.toSorted(
      (a, b) => b.end - a.end || orderOf(a.mark) - orderOf(b.mark) || rank.indexOf(a.mark.type) - rank.indexOf(b.mark.type),
    );
    const leaf = pieces[at]?.leaf;
    if (outermost === undefined) {
      if (leaf !== undefined) nodes.push(leaf);
      at += 1;
      continue;
    }
    const { mark, end } = outermost;
    const inside = pieces.slice(at, end).map((piece) => ({ ...piece, marks: piece.marks.filter((other) => !isSame(other, mark)) }));
    nodes.push(nodeOf(mark, nested(inside, isDefined), isDefined));
    at = end;
  }
  return joined(nodes);
}

/** A line of marked pieces as a tree: what is marked longest lies outside. */
export const nestedMarks = (pieces: readonly Piece[], isDefined: (identifier: string) => boolean): PhrasingContent[] =>
  nested(trimmed(withoutMarkedEdges(pieces.flatMap(inPieces))), isDefined);
