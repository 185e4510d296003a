import { describe, expect, it } from 'vitest';
import { formatPlace, joined, lengthOf, stretchesOf } from './played-time.ts';

describe('what was played of a film', () => {
  it('counts what was played twice once, and what was leapt over not at all', () => {
    const stretches = joined([
      [60, 90],
      [0, 20],
      [10, 30],
    ]);
    expect(stretches).toEqual([
      [0, 30],
      [60, 90],
    ]);
    expect(lengthOf(stretches)).toBe(60);
    expect(lengthOf(joined([]))).toBe(0);
  });

  it('is read from what the browser says', () => {
    const ranges = { length: 2, start: (at: number) => at * 10, end: (at: number) => at * 10 + 5 };
    expect(stretchesOf(ranges)).toEqual([
      [0, 5],
      [10, 15],
    ]);
  });

  it.each([
    [0, '0:00'],
    [192.9, '3:12'],
    [3_849, '1:04:09'],
  ])('%d seconds are %s', (seconds, told) => expect(formatPlace(seconds)).toBe(told));
});
