import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CopyKeeper } from './copy-keeper.ts';
import { countCopies, deleteCopies } from './copy-places.ts';

const base = { title: 'Waves', body: '' };
const written = { values: { ...base, body: 'They rise.' }, base, revision: 4 };

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('the copy of a form', () => {
  it('is written shortly after the last change, or at once when the page goes', () => {
    const keeper = new CopyKeeper('ada', 'text');
    keeper.note(written);
    vi.advanceTimersByTime(299);
    expect(localStorage.length).toBe(0);
    vi.advanceTimersByTime(1);
    expect(keeper.left(base)).toMatchObject({ changed: { body: 'They rise.' }, revision: 4 });
    keeper.note({ ...written, values: { ...base, body: 'They fall.' } });
    keeper.now();
    expect(keeper.left(base)).toMatchObject({ changed: { body: 'They fall.' } });
  });

  it('is gone at once when the server has everything, and when it says nothing new', () => {
    const keeper = new CopyKeeper('ada', 'text');
    keeper.note(written);
    keeper.now();
    keeper.note({ ...written, base: written.values });
    expect(countCopies('ada')).toBe(0);
    keeper.note(written);
    keeper.now();
    expect(keeper.left(written.values)).toBeNull();
    expect(countCopies('ada')).toBe(0);
  });

  it('is counted, and deleted, although it is only about to be written', () => {
    const keeper = new CopyKeeper('ada', 'text');
    keeper.note(written);
    expect(countCopies('ada')).toBe(1);
    deleteCopies('ada');
    keeper.now();
    expect(localStorage.length).toBe(0);
  });

  it('of nobody is not kept', () => {
    const keeper = new CopyKeeper(null, 'text');
    keeper.note(written);
    keeper.now();
    expect([keeper.left(base), localStorage.length]).toEqual([null, 0]);
  });
});
