/** As much of an HTML tree's node as is needed here. */
interface TreeNode {
  type: string;
  tagName?: string;
  children?: TreeNode[];
}

const levelOf = ({ tagName }: TreeNode): number | null => (/^h[1-6]$/.test(tagName ?? '') ? Number(tagName?.slice(1)) : null);

/** Every heading, at any depth. */
const headingsIn = (node: TreeNode): TreeNode[] => [
  ...(levelOf(node) === null ? [] : [node]),
  ...(node.children ?? []).flatMap(headingsIn),
];

/**
 * A rehype plugin. Whether an author begins with # or ###, their highest headings become level `first` and none skips a level downwards,
 * so that the outline of the page around the text has no hole.
 */
export const levelHeadings = (first: number) => (tree: TreeNode) => {
  const open: number[] = [];
  for (const heading of headingsIn(tree)) {
    const level = levelOf(heading) ?? 1;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    heading.tagName = `h${Math.min(first + open.length - 1, 6)}`;
  }
};
