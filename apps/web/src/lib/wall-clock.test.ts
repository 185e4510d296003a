import { describe, expect, it } from 'vitest';
import { momentOf, wallClockOf } from './wall-clock.ts';

describe('a wall clock', () => {
  it('shows a moment as it is somewhere, and says which moment it shows', () => {
    for (const [iso, zone, shown] of [
      ['2026-03-03T08:00:00.000Z', 'Europe/Paris', '2026-03-03T09:00'],
      ['2026-07-03T22:30:00.000Z', 'Europe/Paris', '2026-07-04T00:30'],
      ['2026-01-01T00:00:00.000Z', 'America/New_York', '2025-12-31T19:00'],
      ['2026-01-01T00:00:00.000Z', 'Asia/Kathmandu', '2026-01-01T05:45'],
    ] as const) {
      expect(wallClockOf(new Date(iso), zone)).toBe(shown);
      expect(momentOf(shown, zone).toISOString()).toBe(iso);
    }
  });

  it('takes an hour that is skipped in spring for the one after, and of two in autumn the first', () => {
    expect(momentOf('2026-03-29T02:30', 'Europe/Paris').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(momentOf('2026-10-25T02:30', 'Europe/Paris').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });
});
