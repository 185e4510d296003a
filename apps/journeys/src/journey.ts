import { join } from 'node:path';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test as bare } from 'vitest';

import { root } from '../../../scripts/checkout.mjs';
import { launchBrowser } from './browser.ts';

/** Patience with a slow machine; a page that is fine answers in a fraction of it. */
const patience = 30_000;

/** A test with a page of a stranger who reads English; `newPage` is for whoever else takes part. No page may complain. */
export const test = bare
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern which other fixtures this one needs.
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('newPage', async ({ browser, task }, { onCleanup }) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      if (task.result?.state === 'fail') await keepLastSight(contexts, task.name);
      for (const context of contexts) await context.close();
      expect(complaints).toEqual([]);
    });
    return async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({ baseURL: inject('cursusUrl'), locale: 'en-GB', ...options });
      contexts.push(context);
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      hearComplaints(page, complaints);
      return page;
    };
  })
  .extend('page', ({ newPage }) => newPage());

/** What a page's own code or the Content-Security-Policy reports, and what the server could not do. */
function hearComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // The browser's own note of every answer above 399; a refusal is not a fault.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${page.url()}: ${response.url()} answered ${response.status()}`);
  });
}

/** What was on the screen when a journey failed, in the git-ignored folder `screenshots/failed`. */
async function keepLastSight(contexts: readonly BrowserContext[], name: string): Promise<void> {
  const file = name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);
  for (const [number, page] of contexts.flatMap((context) => context.pages()).entries()) {
    await page.screenshot({ path: join(root, 'screenshots', 'failed', `${file}-${number + 1}.png`), fullPage: true });
  }
}
