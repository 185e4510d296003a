import { describe, expect, it } from 'vitest';
import { Reading } from './reading.ts';

/** Readings that end when the test says so. */
function readings() {
  const begun: PromiseWithResolvers<void>[] = [];
  const reading = new Reading(() => {
    const one = Promise.withResolvers<void>();
    begun.push(one);
    return one.promise;
  });
  return { begun, reading };
}

describe('reading again', () => {
  it('begins anew after the one that was under way when it was asked for, once for all who ask', async () => {
    const { begun, reading } = readings();
    const first = reading.again();
    expect(reading.isUnderWay).toBe(true);
    const others = [reading.again(), reading.again()];
    expect(begun).toHaveLength(1);
    begun[0]?.resolve();
    await expect.poll(() => begun.length).toBe(2);
    begun[1]?.resolve();
    await Promise.all([first, ...others]);
    expect(begun).toHaveLength(2);
    expect(reading.isUnderWay).toBe(false);
  });

  it('goes on after one that failed', async () => {
    const { begun, reading } = readings();
    const first = reading.again();
    begun[0]?.reject(new Error('cut'));
    await first;
    const second = reading.again();
    begun[1]?.resolve();
    await second;
    expect(begun).toHaveLength(2);
  });
});
