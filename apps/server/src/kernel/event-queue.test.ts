import { expect, test } from 'vitest';
import { z } from 'zod';
import { EventQueue } from './event-queue.ts';
import type { PubSub, Topic } from './pubsub.ts';

const numbers: Topic<number> = { name: 'numbers', rule: z.number() };
const whole = 'everything';

/** A queue of the even ones, and the hand that tells its numbers. */
function evenNumbers() {
  const hearers = new Set<(event: number | null) => void>();
  const pubsub: Pick<PubSub, 'on'> = {
    on: (_topic, hear) => {
      const each = hear as (event: number | null) => void;
      hearers.add(each);
      return () => hearers.delete(each);
    },
  };
  const queue = new EventQueue(pubsub, whole).follow(numbers, (event) => (event % 2 === 0 ? String(event) : null));
  const tell = (...events: (number | null)[]) => {
    for (const event of events) for (const hear of hearers) hear(event);
  };
  return { queue, tell, hearers };
}

async function read(queue: EventQueue<string>, count: number): Promise<(string | undefined)[]> {
  const items = [];
  while (items.length < count) items.push((await queue.next()).value);
  return items;
}

test('begins with everything, then tells what was selected, in order', async () => {
  const { queue, tell } = evenNumbers();
  tell(1, 2, 3, 4);
  expect(await read(queue, 3)).toEqual([whole, '2', '4']);
});

test('hands an event to a reader who waits', async () => {
  const { queue, tell } = evenNumbers();
  await queue.next();
  const next = queue.next();
  tell(6);
  expect(await next).toEqual({ value: '6', done: false });
});

test('says to read everything when events may have been missed, and forgets those before', async () => {
  const { queue, tell } = evenNumbers();
  await queue.next();
  tell(2, 4, null, 6);
  expect(await read(queue, 2)).toEqual([whole, '6']);
});

test('keeps no more than a hundred for a reader who is slow: then everything is to be read', async () => {
  const { queue, tell } = evenNumbers();
  await queue.next();
  tell(...Array.from({ length: 101 }, (_, index) => index * 2), 1_000);
  expect(await read(queue, 2)).toEqual([whole, '1000']);
});

test('ends at once for a reader who waits, tells what was to be done then, and hears no more', async () => {
  const { queue, tell, hearers } = evenNumbers();
  let isEnded = false;
  queue.onEnd(() => {
    isEnded = true;
  });
  await queue.next();
  const next = queue.next();
  await queue.return();
  expect(await next).toEqual({ value: undefined, done: true });
  tell(2);
  expect(await queue.next()).toEqual({ value: undefined, done: true });
  expect([isEnded, hearers.size]).toEqual([true, 0]);
});
