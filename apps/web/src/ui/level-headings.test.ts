import { describe, expect, it } from 'vitest';
import { levelHeadings } from './level-headings.ts';

function levelled(first: number, ...levels: number[]): (string | undefined)[] {
  const tree = { type: 'root', children: levels.map((level) => ({ type: 'element', tagName: `h${level}` })) };
  levelHeadings(first)(tree);
  return tree.children.map(({ tagName }) => tagName);
}

describe('the headings of a text', () => {
  it.each([
    { written: [1, 2, 2, 1], become: ['h2', 'h3', 'h3', 'h2'] },
    { written: [3, 4, 3], become: ['h2', 'h3', 'h2'] },
    { written: [1, 4, 6, 2], become: ['h2', 'h3', 'h4', 'h3'] },
    { written: [3, 1, 2], become: ['h2', 'h2', 'h3'] },
    { written: [], become: [] },
  ])('$written become $become below a level 1', ({ written, become }) => {
    expect(levelled(2, ...written)).toEqual(become);
  });

  it('end at level 6', () => {
    expect(levelled(5, 1, 2, 3)).toEqual(['h5', 'h6', 'h6']);
  });
});
