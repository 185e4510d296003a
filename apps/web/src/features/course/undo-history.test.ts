import { expect, test } from 'vitest';
import { historyOf, UndoHistory, type UndoStep } from './undo-history.ts';

const step = (id: string): UndoStep => ({ kind: 'restore', of: 'module', id, title: id });

test('the latest step comes first, and who looks on hears of each change', () => {
  const history = new UndoHistory();
  let heard = 0;
  const stop = history.subscribe(() => (heard += 1));
  const [first, second] = [step('a'), step('b')];
  history.push(first);
  history.push(second);
  expect(history.last()).toBe(second);
  history.remove(second);
  expect(history.last()).toBe(first);
  stop();
  history.remove(first);
  expect(history.last()).toBeUndefined();
  expect(heard).toBe(3);
});

test('a hundred steps are kept', () => {
  const history = new UndoHistory();
  const steps = Array.from({ length: 101 }, (_, at) => step(`m${at}`));
  for (const each of steps) history.push(each);
  for (const each of steps.slice(1)) history.remove(each);
  expect(history.last()).toBeUndefined();
});

test('each person has a history for each course, and keeps it through all pages', () => {
  const [one, other] = [{}, {}];
  expect(historyOf(one, 'k')).toBe(historyOf(one, 'k'));
  expect(historyOf(one, 'k')).not.toBe(historyOf(one, 'l'));
  expect(historyOf(one, 'k')).not.toBe(historyOf(other, 'k'));
});
