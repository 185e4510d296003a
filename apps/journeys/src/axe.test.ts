import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { test } from './journey.ts';
import { accessFaults, desk, openWhole, phone, sidewaysFaults } from './page-faults.ts';
import { pageAddresses, routePatterns } from './page-list.ts';
import { signInAs } from './people.ts';

/** The pages that people spend their time on. */
const main = [
  '/',
  '/courses/:slug',
  '/learn',
  '/learn/:courseSlug/:moduleId?/:contentId?',
  '/teach/:slug',
  '/teach/:slug/modules/:moduleId/new/:kind',
];

interface Round {
  /** Those of whose pages every address is looked at; of the others one a pattern. */
  own: string;
  /** Pages of which one address is looked at on phone and desk, in both colour schemes. */
  thorough: readonly string[];
}

/** Goes to every page of the router, and gathers all that is wrong, so that one run tells it all. */
async function goRound(page: Page, { own, thorough }: Round): Promise<string[]> {
  const faults: string[] = [];
  for (const [pattern, addresses] of Object.entries(await pageAddresses(inject('cursusUrl')))) {
    for (const [index, address] of (pattern.startsWith(own) ? addresses : addresses.slice(0, 1)).entries()) {
      await page.setViewportSize(desk);
      await openWhole(page, address);
      // Who has to sign in for a page has seen that form at its own address.
      const isSentAway = new URL(page.url()).pathname === '/sign-in' && pattern !== '/sign-in';
      if (isSentAway) continue;
      const found = index === 0 && thorough.includes(pattern) ? await faultsInEverySight(page) : await accessFaults(page);
      faults.push(...[...found, ...(await sidewaysFaults(page))].map((fault) => `${address}: ${fault}`));
    }
  }
  return faults;
}

async function faultsInEverySight(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, size] of Object.entries({ phone, desk })) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await accessFaults(page)).map((fault) => `${name}, ${colorScheme}: ${fault}`));
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

describe('every page is open to people with disabilities, and fits a phone', () => {
  test('of those that the router knows', async () => {
    expect(Object.keys(await pageAddresses(inject('cursusUrl'))).toSorted()).toEqual((await routePatterns()).toSorted());
  });

  test('for a visitor', async ({ page }) => {
    expect(await goRound(page, { own: '/courses', thorough: main })).toEqual([]);
  });

  test('for a student', async ({ page }) => {
    await signInAs(page, 'student');
    expect(await goRound(page, { own: '/learn', thorough: main.filter((pattern) => pattern.startsWith('/learn')) })).toEqual([]);
  });

  test('for an instructor', async ({ page }) => {
    await signInAs(page, 'instructor');
    expect(await goRound(page, { own: '/teach', thorough: main.filter((pattern) => pattern.startsWith('/teach')) })).toEqual([]);
  });
});
