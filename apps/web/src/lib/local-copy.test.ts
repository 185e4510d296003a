import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countCopies, deleteCopies } from './copy-places.ts';
import { deleteCopy, forgetOldCopies, readCopy, writeCopy } from './local-copy.ts';

const base = { title: 'Waves', body: 'They rise.' };
const write = (viewerId: string, name = 'text') =>
  writeCopy(viewerId, name, { values: { ...base, body: 'They fall.' }, base, revision: 4 });

beforeEach(() => localStorage.clear());
afterEach(() => vi.useRealTimers());

describe('a local copy', () => {
  it('holds what was changed, from what, and on which revision', () => {
    expect(write('ada')).toBe(true);
    const copy = { revision: 4, changed: { body: 'They fall.' }, base: { body: 'They rise.' } };
    expect(readCopy('ada', 'text')).toMatchObject(copy);
    deleteCopy('ada', 'text');
    expect(readCopy('ada', 'text')).toBeNull();
  });

  it('is that of one account: another one on the same device is never shown it', () => {
    write('ada');
    expect(readCopy('grace', 'text')).toBeNull();
    expect([countCopies('ada'), countCopies('grace')]).toEqual([1, 0]);
    deleteCopies('grace');
    expect(countCopies('ada')).toBe(1);
    deleteCopies('ada');
    expect(countCopies('ada')).toBe(0);
  });

  it('is forgotten after thirty days, whoever is signed in', () => {
    vi.useFakeTimers();
    write('ada', 'old');
    vi.advanceTimersByTime(29 * 86_400_000);
    write('ada', 'new');
    vi.advanceTimersByTime(2 * 86_400_000);
    forgetOldCopies();
    expect(readCopy('ada', 'old')).toBeNull();
    expect(countCopies('ada')).toBe(1);
  });

  it('that cannot be read is none, and a browser without room says so', () => {
    localStorage.setItem('cursus.copy.ada.text', '{"at":');
    expect(readCopy('ada', 'text')).toBeNull();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(write('ada')).toBe(false);
  });
});
