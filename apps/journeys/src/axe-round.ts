import type { Page } from 'playwright-core';
import { inject } from 'vitest';

import { accessFaults, desk, openWhole, phone, sidewaysFaults } from './page-faults.ts';
import { pageAddresses } from './page-list.ts';

/** The pages that people spend their time on. */
export const mainPages = [
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
export async function goRound(page: Page, { own, thorough, only = '' }: Round): Promise<string[]> {
  const faults: string[] = [];
  const seen = new Set<string>();
  const all = Object.entries(await pageAddresses(inject('cursusUrl')));
  for (const [pattern, addresses] of all.filter(([each]) => each.startsWith(only))) {
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
