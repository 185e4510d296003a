import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Autosave } from './autosave.ts';
import type { SaveAnswer, Stored } from './save-state.ts';

const rule = z.object({ title: z.string().trim().min(1), slug: z.string(), body: z.string() });
type Values = z.infer<typeof rule>;

const stored: Stored<Values> = { values: { title: 'Waves', slug: 'waves', body: '' }, revision: 1 };
const grace = { by: { id: 'grace', name: 'Grace' }, at: '2026-11-21T10:40:00Z' };

/** A server in a test's hands: it answers when and what the test says. */
function openForm({ present = stored }: { present?: Stored<Values> } = {}) {
  const server = { present, isThere: true, hears: true };
  const sent: { values: Values; revision: number }[] = [];
  const answers: ((answer: SaveAnswer | Error) => void)[] = [];
  const onMistakes = vi.fn();
  const onReplaced = vi.fn();
  const autosave = new Autosave<Values>({
    stored,
    rule,
    send: (values, revision) => {
      sent.push({ values, revision });
      return new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      });
    },
    readAgain: async () => (server.isThere ? server.present : null),
    onMistakes,
    onReplaced,
  });
  let values = stored.values;
  const write = (changed: Partial<Values>): void => autosave.change((values = { ...values, ...changed }));
  const answer = async (given: SaveAnswer | Error): Promise<void> => {
    answers.shift()?.(given);
    await vi.advanceTimersByTimeAsync(0);
  };
  const saved = (revision: number) => answer({ kind: 'saved', revision });
  return { autosave, sent, write, answer, saved, server, onMistakes, onReplaced, status: () => autosave.state().status };
}

const pause = (ms = 1_500) => vi.advanceTimersByTimeAsync(ms);
const lost = new TypeError('Failed to fetch');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is written', () => {
  it('is sent a second and a half after the last key, and then says when it was saved', async () => {
    const { write, sent, saved, autosave, status } = openForm();
    expect([status(), autosave.isUnsaved()]).toEqual(['untouched', false]);
    write({ body: 'T' });
    await pause(1_400);
    write({ body: 'Tides' });
    await pause(1_400);
    expect([sent, status(), autosave.isUnsaved()]).toEqual([[], 'pending', true]);
    await pause(100);
    expect(sent).toEqual([{ values: { ...stored.values, body: 'Tides' }, revision: 1 }]);
    expect(status()).toBe('saving');
    await saved(2);
    expect(autosave.state()).toEqual({ status: 'saved', at: Date.now() });
    expect(autosave.isUnsaved()).toBe(false);
  });

  it('goes one request at a time, the newest after the one that is on its way', async () => {
    const { write, sent, saved, status } = openForm();
    write({ body: 'one' });
    await pause();
    write({ body: 'two' });
    await pause();
    write({ body: 'three' });
    await pause();
    expect(sent).toHaveLength(1);
    await saved(2);
    expect(sent[1]).toEqual({ values: { ...stored.values, body: 'three' }, revision: 2 });
    await saved(3);
    expect([sent.length, status()]).toEqual([2, 'saved']);
  });

  it('is sent at once where it is asked for, and what was taken back is not sent', async () => {
    const { autosave, write, sent, saved } = openForm();
    write({ body: 'now' });
    const flushed = autosave.flush();
    expect(sent).toHaveLength(1);
    await saved(2);
    expect(await flushed).toBe(true);
    write({ body: 'no' });
    write({ body: 'now' });
    write({ title: 'Waves ' });
    await pause();
    expect(sent).toHaveLength(1);
    expect(autosave.isUnsaved()).toBe(false);
  });

  it('stays behind where a field is wrong; the others are sent', async () => {
    const { autosave, write, sent, saved, status, onMistakes } = openForm();
    write({ title: ' ' });
    await pause();
    expect([sent, status(), autosave.isUnsaved()]).toEqual([[], 'invalid', true]);
    expect(onMistakes).toHaveBeenLastCalledWith([{ code: 'REQUIRED', limit: 1, field: 'title' }]);
    write({ body: 'right' });
    await pause();
    expect(sent).toEqual([{ values: { ...stored.values, body: 'right' }, revision: 1 }]);
    await saved(2);
    expect([status(), autosave.isUnsaved()]).toEqual(['invalid', true]);
    write({ title: 'Tides' });
    await pause();
    await saved(3);
    expect([sent[1]?.values.title, status()]).toEqual(['Tides', 'saved']);
  });

  it('goes without the field that the server refuses, until something else is written there', async () => {
    const { write, sent, answer, saved, status, onMistakes } = openForm();
    const taken = { code: 'TAKEN' as const, field: 'slug' };
    write({ slug: 'tides', body: 'new' });
    await pause();
    await answer({ kind: 'refused', mistakes: [taken] });
    expect(sent[1]?.values).toEqual({ ...stored.values, body: 'new' });
    expect(onMistakes).toHaveBeenLastCalledWith([taken]);
    await saved(2);
    expect(status()).toBe('invalid');
    write({ slug: 'tides-2' });
    await pause();
    expect(onMistakes).toHaveBeenLastCalledWith([]);
    expect(sent[2]).toEqual({ values: { ...stored.values, slug: 'tides-2', body: 'new' }, revision: 2 });
  });
});

describe('what got no answer', () => {
  it('is tried again, later each time, and sooner when it is asked for', async () => {
    const { autosave, write, sent, answer, saved, status } = openForm();
    write({ body: 'kept' });
    await pause();
    await answer(lost);
    expect(autosave.state()).toMatchObject({ status: 'failed', failure: { cause: 'NO_CONNECTION' } });
    await pause(2_000);
    expect(sent).toHaveLength(2);
    await answer(lost);
    await pause(2_000);
    expect(sent).toHaveLength(2);
    void autosave.flush();
    await answer(lost);
    await pause(8_000);
    await saved(2);
    expect([sent.length, status()]).toEqual([4, 'saved']);
  });

  it('is known for one’s own where the server has it all the same', async () => {
    const { write, sent, answer, saved, server, status } = openForm();
    write({ body: 'one' });
    await pause();
    await answer(lost);
    server.present = { values: { ...stored.values, body: 'one' }, revision: 2 };
    write({ body: 'one, two' });
    await pause();
    await answer({ kind: 'conflict', other: grace });
    expect(sent[2]).toEqual({ values: { ...stored.values, body: 'one, two' }, revision: 2 });
    await saved(3);
    expect(status()).toBe('saved');
  });

  it('for a fault is not repeated until something is written', async () => {
    const { autosave, write, sent, answer, status } = openForm();
    write({ body: 'kept' });
    await pause();
    await answer(new Error('a fault'));
    await pause(60_000);
    expect([sent.length, status(), autosave.isUnsaved()]).toEqual([1, 'failed', true]);
    write({ body: 'kept and more' });
    await pause();
    expect(sent).toHaveLength(2);
  });
});

describe('somebody else’s edit', () => {
  const theirs = (values: Partial<Values>): Stored<Values> => ({ values: { ...stored.values, ...values }, revision: 5 });

  async function meet(mine: Partial<Values>, present: Stored<Values>) {
    const form = openForm({ present });
    form.write(mine);
    await pause();
    await form.answer({ kind: 'conflict', other: grace });
    return form;
  }

  it('of another field is kept beside mine, and told', async () => {
    const { sent, saved, onReplaced, status } = await meet({ body: 'mine' }, theirs({ title: 'Tides' }));
    const values = { ...stored.values, title: 'Tides', body: 'mine' };
    expect(onReplaced).toHaveBeenCalledWith(values, { fields: ['title'], other: grace });
    expect(sent[1]).toEqual({ values, revision: 5 });
    await saved(6);
    expect(status()).toBe('saved');
  });

  it('of the same field waits for a decision, whatever is written meanwhile', async () => {
    const present = theirs({ body: 'theirs' });
    const { autosave, sent, write } = await meet({ body: 'mine' }, present);
    expect(autosave.state()).toEqual({ status: 'conflict', conflict: { other: grace, theirs: present, contested: ['body'] } });
    write({ body: 'mine and more' });
    await pause(60_000);
    expect([await autosave.flush(), sent.length]).toEqual([false, 1]);
  });

  it('gives way to mine, but for what I did not touch', async () => {
    const { autosave, sent, saved } = await meet({ body: 'mine' }, theirs({ body: 'theirs', title: 'Tides' }));
    const state = autosave.state();
    if (state.status === 'conflict') void autosave.keepMine(state.conflict);
    expect(sent[1]).toEqual({ values: { ...stored.values, title: 'Tides', body: 'mine' }, revision: 5 });
    await saved(6);
    expect(autosave.isUnsaved()).toBe(false);
  });

  it('replaces mine', async () => {
    const present = theirs({ body: 'theirs' });
    const { autosave, sent, onReplaced, write } = await meet({ body: 'mine' }, present);
    const state = autosave.state();
    if (state.status === 'conflict') autosave.takeTheirs(state.conflict);
    expect(onReplaced).toHaveBeenCalledWith(present.values, { fields: ['body'], other: null });
    expect([autosave.isUnsaved(), sent.length]).toEqual([false, 1]);
    write({ body: 'on top of theirs' });
    await pause();
    expect(sent[1]?.revision).toBe(5);
  });

  it('that took it away is told', async () => {
    const form = openForm();
    form.server.isThere = false;
    form.write({ body: 'mine' });
    await pause();
    await form.answer({ kind: 'conflict', other: grace });
    expect(form.autosave.state()).toMatchObject({ status: 'failed', failure: { cause: 'NOT_FOUND' } });
  });
});

it('sends what was written before a crash on the state that it was written on', async () => {
  const { autosave, sent, saved } = openForm();
  const base = { values: { ...stored.values, body: 'before' }, revision: 7 };
  const restored = autosave.restore({ ...stored.values, body: 'after' }, base);
  expect(sent).toEqual([{ values: { ...stored.values, body: 'after' }, revision: 7 }]);
  await saved(8);
  expect(await restored).toBe(true);
});

it('begins nothing more once the form is gone', async () => {
  const { autosave, write, sent } = openForm();
  write({ body: 'never' });
  autosave.stop();
  await pause(60_000);
  expect(sent).toEqual([]);
});
