import { useEffect, useRef } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import type { Reading } from '../../lib/reading.ts';
import { LockReasonLock } from './lock-reason.tsx';

/** A timer's longest run; and how soon to ask again, should the server's clock be behind ours. */
const longestMs = 2 ** 31 - 1;
const soonestMs = 2_000;

interface LockOpening {
  /** Every lock of the course that holds for the viewer now. */
  locks: readonly FragmentType<typeof LockReasonLock>[];
  /** How many contents the viewer has done: what they do opens modules. */
  completed: number;
  reading: Reading;
}

/** Lets what is locked open by itself: when its moment comes, and when the student, in whatever window, does what it waits for. */
export function useLockOpening({ locks: refs, completed, reading }: LockOpening): void {
  const locks = refs.map((ref) => readFragment(LockReasonLock, ref));
  const waitsForModule = locks.some(({ afterModules }) => afterModules.length > 0);
  const moments = locks.flatMap(({ availableFrom }) => (availableFrom === null ? [] : [new Date(availableFrom).getTime()]));
  const next = moments.length === 0 ? null : Math.min(...moments);

  useEffect(() => {
    if (next === null) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          // Still mounted with the same moment: not open yet, so it asks again.
          if (Date.now() >= next) void reading.again();
          wait();
        },
        Math.min(Math.max(next - Date.now() + 250, soonestMs), longestMs),
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [next, reading]);

  const known = useRef(completed);
  useEffect(() => {
    if (known.current === completed) return;
    known.current = completed;
    if (waitsForModule) void reading.again();
  }, [completed, waitsForModule, reading]);
}
