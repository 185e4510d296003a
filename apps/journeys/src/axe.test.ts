import { describe, expect, inject } from 'vitest';

import { goRound, mainPages } from './axe-round.ts';
import { test } from './journey.ts';
import { accessFaults, openWhole, phone } from './page-faults.ts';
import { pageAddresses, richCourse, routePatterns } from './page-list.ts';
import { returnAs } from './people.ts';

// Axe reads every element of every page; on a slow machine a round takes its time.
describe('every page is open to people with disabilities, and fits a phone', { timeout: 300_000 }, () => {
  test('of those that the router knows', async () => {
    expect(Object.keys(await pageAddresses(inject('cursusUrl'))).toSorted()).toEqual((await routePatterns()).toSorted());
  });

  test('for a visitor', async ({ page }) => {
    expect(await goRound(page, { own: '/courses', thorough: mainPages })).toEqual([]);
  });

  test('for an administrator', async ({ page }) => {
    await returnAs(page, 'admin');
    expect(await goRound(page, { own: '/admin', thorough: ['/admin/:kind'], only: '/admin' })).toEqual([]);
  });

  test('with its menus and dialogs open', async ({ page }) => {
    await returnAs(page, 'instructor');
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
    for (const entry of ['Title and description', 'Move…', 'Delete the module']) {
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
