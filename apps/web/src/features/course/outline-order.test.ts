import { describe, expect, test } from 'vitest';
import { applyMove, endRowOf, isNoMove, moveBackOf, type OrderedModule, type OutlineMove, placesOf, rankOf } from './outline-order.ts';

const outline: readonly OrderedModule[] = [
  { id: 'A', contents: [{ id: 'a1' }, { id: 'a2' }] },
  { id: 'B', contents: [] },
  { id: 'C', contents: [{ id: 'c1' }] },
];

const written = (modules: readonly OrderedModule[]): string =>
  modules.map(({ id, contents }) => `${id}(${contents.map((content) => content.id).join(' ')})`).join(' ');

describe('a move', () => {
  test.for<[string, OutlineMove, string]>([
    ['a module to the first place', { kind: 'module', id: 'C', afterId: null }, 'C(c1) A(a1 a2) B()'],
    ['a module behind another', { kind: 'module', id: 'A', afterId: 'B' }, 'B() A(a1 a2) C(c1)'],
    ['a module where it is', { kind: 'module', id: 'B', afterId: 'A' }, 'A(a1 a2) B() C(c1)'],
    ['a content within its module', { kind: 'content', id: 'a2', moduleId: 'A', afterId: null }, 'A(a2 a1) B() C(c1)'],
    ['a content to an empty module', { kind: 'content', id: 'a1', moduleId: 'B', afterId: null }, 'A(a2) B(a1) C(c1)'],
    ['a content behind one of another module', { kind: 'content', id: 'a1', moduleId: 'C', afterId: 'c1' }, 'A(a2) B() C(c1 a1)'],
    ['a content behind one that is gone', { kind: 'content', id: 'a1', moduleId: 'C', afterId: 'gone' }, 'A(a2) B() C(c1 a1)'],
    ['a content to a module that is gone', { kind: 'content', id: 'a1', moduleId: 'gone', afterId: null }, 'A(a1 a2) B() C(c1)'],
    ['a content that is gone', { kind: 'content', id: 'gone', moduleId: 'A', afterId: null }, 'A(a1 a2) B() C(c1)'],
  ])('%s', ([, move, expected]) => {
    const once = applyMove(outline, move);
    expect(written(once)).toBe(expected);
    expect(written(applyMove(once, move)), 'again, after the server has done it').toBe(expected);
  });

  test('is taken back by the move that brought it to where it was, wherever it went', () => {
    for (const id of ['A', 'B', 'C', 'a1', 'a2', 'c1']) {
      const back = moveBackOf(outline, id);
      for (const { move } of placesOf(outline, id)) expect(written(applyMove(applyMove(outline, move), back))).toBe(written(outline));
    }
  });

  test('loses and doubles nothing, wherever it goes', () => {
    const ids = (modules: readonly OrderedModule[]): string[] =>
      modules.flatMap(({ id, contents }) => [id, ...contents.map((content) => content.id)]).toSorted();
    for (const id of ids(outline)) {
      for (const { move } of placesOf(outline, id)) expect(ids(applyMove(outline, move))).toEqual(ids(outline));
    }
  });
});

describe('places', () => {
  test('of a module: before the first, and behind the last row of each other', () => {
    expect(placesOf(outline, 'B').map(({ rowId, edge }) => `${edge} ${rowId}`)).toEqual([
      `before A`,
      `after ${endRowOf('A')}`,
      `after ${endRowOf('C')}`,
    ]);
  });

  test('of a content: first in each module, and behind each other content', () => {
    expect(placesOf(outline, 'a1').map(({ rowId }) => rowId)).toEqual(['A', 'a2', 'B', 'C', 'c1']);
  });

  test('are all different outcomes, one of which is where it is', () => {
    for (const id of ['A', 'B', 'C', 'a1', 'a2', 'c1']) {
      const places = placesOf(outline, id);
      expect(new Set(places.map(({ move }) => written(applyMove(outline, move)))).size).toBe(places.length);
      const here = places.filter(({ isHere }) => isHere);
      expect(here).toHaveLength(1);
      expect(places.filter(({ move }) => isNoMove(outline, move))).toEqual(here);
    }
  });

  test('of a course without modules: none', () => {
    expect(placesOf([], 'A')).toEqual([]);
  });
});

test('ranks are counted from 1 among siblings', () => {
  expect(rankOf(outline, 'B')).toEqual({ position: 2, count: 3, moduleId: null });
  expect(rankOf(outline, 'a2')).toEqual({ position: 2, count: 2, moduleId: 'A' });
});
