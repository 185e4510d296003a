import { randomUUID } from 'node:crypto';

import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';

const course = 'Algorithms You Can See';

/** More stops than any of these pages has. */
const patience = 80;

const hasFocus = (locator: Locator): Promise<boolean> => locator.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until it is there. */
async function tabTo(page: Page, locator: Locator): Promise<void> {
  await locator.waitFor();
  for (let stop = 0; stop < patience && !(await hasFocus(locator)); stop += 1) await page.keyboard.press('Tab');
  expect(await hasFocus(locator), `the focus on ${String(locator)}`).toBe(true);
}

async function press(page: Page, locator: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

describe('by keyboard alone', () => {
  test('from the catalogue to a course, through signing up, to a lesson that is ticked and the next one', async ({ page }) => {
    const named = (role: 'button' | 'link', name: string) => page.getByRole('main').getByRole(role, { name });
    // By title, the sample's course is on the first page whatever others published.
    await page.goto('/?order=title');
    await press(page, named('link', course));
    await page.getByRole('heading', { level: 1, name: course }).waitFor();
    await press(page, named('link', 'Sign up to enrol'));

    const form = page.getByRole('form', { name: 'Create your account' });
    const username = `kim-${randomUUID().slice(0, 8)}`;
    const answers = {
      'First name': 'Kim',
      'Last name': 'Okafor',
      Username: username,
      'E-mail': `${username}@example.org`,
      Password: 'a long walk by the river',
    };
    for (const [label, answer] of Object.entries(answers)) {
      await tabTo(page, form.getByLabel(label, { exact: true }));
      await page.keyboard.type(answer);
    }
    await page.keyboard.press('Enter');

    // Who signed up to enrol is enrolled.
    await press(page, named('link', `Start “${course}”`));
    await page.getByRole('heading', { level: 1, name: 'Instructions that leave no doubt' }).waitFor();
    await press(page, named('button', 'Mark as done'), 'Space');
    await page.getByRole('button', { name: 'Done', pressed: true }).waitFor();
    await press(page, named('link', 'Next: Counting steps, not seconds'));
    await page.getByRole('heading', { level: 1, name: 'Counting steps, not seconds' }).waitFor();
  });
});
