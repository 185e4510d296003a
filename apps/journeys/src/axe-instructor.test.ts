import { describe, expect } from 'vitest';

import { goRound, mainPages } from './axe-round.ts';
import { test } from './journey.ts';
import { returnAs } from './people.ts';

describe('every page is open to people with disabilities, and fits a phone', { timeout: 300_000 }, () => {
  test('for an instructor', async ({ page }) => {
    await returnAs(page, 'instructor');
    expect(await goRound(page, { own: '/teach', thorough: mainPages.filter((pattern) => pattern.startsWith('/teach')) })).toEqual([]);
  });
});
