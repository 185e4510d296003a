import type { Nodes, TableRow } from 'mdast';

/** Not what is said, but how it was spelt. */
const spelling = new Set(['position', 'data', 'label', 'referenceType']);

function simplified(node: Nodes): object {
  const fields = Object.entries(node).filter(
    ([name, value]) => !spelling.has(name) && value !== null && value !== undefined && name !== 'children',
  );
  const own = Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'string' ? onOneLine(node, value) : value]));
  return 'children' in node ? { ...own, children: joined(childrenOf(node)).map(simplified) } : own;
}

const onOneLine = ({ type }: Nodes, value: string): string =>
  type === 'code' || type === 'math' || type === 'html'
    ? value.replaceAll('\r\n', '\n')
    : value.replaceAll(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ');

/** GFM shows as many cells as the first row has. */
function childrenOf(node: Extract<Nodes, { children: unknown }>): readonly Nodes[] {
  if (node.type !== 'table') return node.children;
  const columns = node.align?.length ?? 0;
  return node.children.map((row): TableRow => ({
    ...row,
    children: Array.from({ length: columns }, (_, column) => row.children[column] ?? { type: 'tableCell', children: [] }),
  }));
}

function joined(nodes: readonly Nodes[]): Nodes[] {
  const line: Nodes[] = [];
  for (const node of nodes) {
    const before = line.at(-1);
    if (before?.type === 'text' && node.type === 'text') line[line.length - 1] = { ...node, value: before.value + node.value };
    else line.push(node);
  }
  return line;
}

/** What Markdown says, whatever way it is spelt: equal for what is shown alike. */
export const meaningOf = (nodes: readonly Nodes[]): string => JSON.stringify(nodes.map(simplified));
