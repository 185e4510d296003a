import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { test } from './journey.ts';
import { accessFaults, desk, openWhole, phone, sidewaysFaults } from './page-faults.ts';
import { pageAddresses, richCourse, routePatterns } from './page-list.ts';
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
  /** Pages of which one address is looked at on phone and desk, in both colour schemes and both languages. */
  thorough: readonly string[];
  /** Only pages whose address begins so, for who sees the others as somebody else does. */
  only?: string;
}

/** Goes to every page of the router, and gathers all that is wrong, so that one run tells it all. */
async function goRound(page: Page, { own, thorough, only = '' }: Round): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const [pattern, addresses] of Object.entries(await pageAddresses(inject('cursusUrl'))).filter(([pattern]) =>
    pattern.startsWith(only),
  )) {
    for (const [index, address] of (pattern.startsWith(own) ? addresses : addresses.slice(0, 1)).entries()) {
      await page.setViewportSize(desk);
      await openWhole(page, address);
      // Who has to sign in first, or has signed in already, is sent where they have been.
      const { pathname } = new URL(page.url());
      if (seen.has(pathname)) continue;
      seen.add(pathname);
      const found = index === 0 && thorough.includes(pattern) ? await faultsInEverySight(page) : await accessFaults(page);
      faults.push(...[...found, ...(await sidewaysFaults(page))].map((fault) => `${address}: ${fault}`));
    }
  }
  return faults;
}

async function faultsInEverySight(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const language of ['fr', 'en']) {
    await page.evaluate((chosen) => localStorage.setItem('cursus.language', chosen), language);
    await openWhole(page, page.url());
    for (const [name, size] of Object.entries({ phone, desk })) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        faults.push(...(await accessFaults(page)).map((fault) => `${language}, ${name}, ${colorScheme}: ${fault}`));
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }
  return faults;
}

// Axe reads every element of every page; on a slow machine a round takes its time.
describe('every page is open to people with disabilities, and fits a phone', { timeout: 300_000 }, () => {
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

  test('for an administrator', async ({ page }) => {
    await signInAs(page, 'admin');
    expect(await goRound(page, { own: '/admin', thorough: ['/admin/:kind'], only: '/admin' })).toEqual([]);
  });

  test('with its menus and dialogs open', async ({ page }) => {
    await signInAs(page, 'instructor');
    await page.setViewportSize(phone);
    await openWhole(page, `/teach/${richCourse}`);
    const faults: string[] = [];
    const lookAt = async (name: string): Promise<void> => {
      faults.push(...(await accessFaults(page)).map((fault) => `${name}: ${fault}`));
    };
    const buttons = [
      'Open the menu',
      'Language: EN',
      'Account of Hélène Marchetti',
      'Add a lesson to “Searching”',
      'More about “Four ways to grow”',
    ];
    for (const name of buttons) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('menu').or(page.getByRole('dialog')).waitFor();
      await lookAt(name);
      await page.keyboard.press('Escape');
      await page.getByRole('menu').or(page.getByRole('dialog')).waitFor({ state: 'hidden' });
    }
    for (const entry of ['Rename or describe', 'Move…', 'Delete the module']) {
      await page.getByRole('button', { name: 'More about module “Searching”' }).click();
      await page.getByRole('menuitem', { name: entry }).click();
      await page.getByRole('dialog').waitFor();
      await lookAt(entry);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    expect(faults).toEqual([]);
  });
});
