import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WriteBehind } from './write-behind.ts';

const logger = pino({ level: 'silent' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what is added within a few seconds is written at once, the last entry of each key', async () => {
  const write = vi.fn(async (_entries: readonly string[]) => undefined);
  const behind = new WriteBehind(logger, write);
  behind.add('a', 'first');
  behind.add('b', 'other');
  behind.add('a', 'last');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(write).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(write.mock.calls).toEqual([[['last', 'other']]]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(write).toHaveBeenCalledTimes(1);
});

test('what could not be written is written the next time, unless something newer is', async () => {
  const write = vi.fn(async (_entries: readonly string[]) => undefined).mockRejectedValueOnce(new Error('the database is away'));
  const behind = new WriteBehind(logger, write);
  behind.add('a', 'old');
  behind.add('b', 'kept');
  const failing = behind.flush();
  behind.add('a', 'new');
  await failing;
  await behind.flush();
  expect(write.mock.calls.at(-1)?.[0].toSorted((a, b) => a.localeCompare(b))).toEqual(['kept', 'new']);
});

test('flush waits for what is being written, and writes nothing when nothing waits', async () => {
  let end = (): void => undefined;
  const write = vi.fn(() => new Promise<void>((resolve) => (end = resolve)));
  const behind = new WriteBehind(logger, write);
  await behind.flush();
  expect(write).not.toHaveBeenCalled();
  behind.add('a', 1);
  const [first, second] = [behind.flush(), behind.flush()];
  await vi.advanceTimersByTimeAsync(0);
  end();
  await Promise.all([first, second]);
  expect(write).toHaveBeenCalledTimes(1);
});
