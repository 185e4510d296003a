import { describe, expect } from 'vitest';

import { goRound, mainPages } from './axe-round.ts';
import { test } from './journey.ts';
import { returnAs } from './people.ts';

describe('every page is open to people with disabilities, and fits a phone', { timeout: 300_000 }, () => {
  test('for a student', async ({ page }) => {
    await returnAs(page, 'student');
    expect(await goRound(page, { own: '/learn', thorough: mainPages.filter((pattern) => pattern.startsWith('/learn')) })).toEqual([]);
  });
});
