import { describe, expect, it } from 'vitest';
import { differenceOf, type Stretch } from './text-difference.ts';

const marked = (stretches: readonly Stretch[]): string => stretches.map(({ text, isOwn }) => (isOwn ? `<${text}>` : text)).join('');

describe('the difference of two texts', () => {
  it('is told word by word, in each of them', () => {
    const { mine, theirs } = differenceOf('What rises falls again.', 'What sinks falls again, slowly.');
    expect(marked(mine)).toBe('What <rises> falls again.');
    expect(marked(theirs)).toBe('What <sinks> falls again<, slowly>.');
  });

  it('is of stretches, not of single words', () => {
    expect(marked(differenceOf('Sand. Cliffs fall.', 'Sand. Dunes move.').mine)).toBe('Sand. <Cliffs fall>.');
  });

  it('leaves out most of what is the same, not what differs', () => {
    const long = 'the same words '.repeat(200);
    const { mine } = differenceOf(`${long}ebb ${long}`, `${long}flood ${long}`);
    expect(marked(mine)).toMatch(/^ \[…\] .*<ebb>.* \[…\] $/);
    expect(marked(mine).length).toBeLessThan(500);
  });

  it('is that of wholes where word by word would take too long', () => {
    const words = (seed: number) => Array.from({ length: 30_000 }, (_, at) => `w${(at * seed) % 9_973}`).join(' ');
    const { mine, theirs } = differenceOf(words(31), words(57));
    expect([mine.length, theirs.length]).toEqual([1, 1]);
  });

  it('is nothing where they are the same, even where they are empty', () => {
    expect(differenceOf('', '')).toEqual({ mine: [], theirs: [] });
    expect(marked(differenceOf('a b', 'a b').theirs)).toBe('a b');
  });
});
