import { randomUUID } from 'node:crypto';

import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { signInAs } from './people.ts';

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

  test('an administrator finds the administration, makes a subject, finds it again, saves the list and deletes it', async ({ page }) => {
    const named = (role: 'button' | 'link', name: string) => page.getByRole('main').getByRole(role, { name, exact: true });
    await page.goto('/sign-in?next=/learn');
    await tabTo(page, page.getByLabel('Username or e-mail'));
    await page.keyboard.type('admin');
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type('cursus-demo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();

    await press(page, page.getByRole('button', { name: /^Account of/ }));
    const administration = page.getByRole('menuitem', { name: 'Administration' });
    await administration.waitFor();
    for (let stop = 0; stop < 5 && !(await hasFocus(administration)); stop += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Administration' }).waitFor();
    await press(page, page.getByRole('navigation').getByRole('link', { name: 'Subjects' }));
    await press(page, named('link', 'New subject'));

    const title = `Boat building ${randomUUID().slice(0, 8)}`;
    await tabTo(page, page.getByLabel('Title'));
    await page.keyboard.type(title);
    await expect.poll(() => page.getByLabel('Address').inputValue()).toBe(title.toLowerCase().replaceAll(' ', '-'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Subjects' }).waitFor();

    await tabTo(page, page.getByLabel('Find a subject'));
    await page.keyboard.type(title.toUpperCase());
    await page.getByText('1 entry', { exact: true }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, named('button', 'Export (CSV)'))]);
    expect(download.suggestedFilename()).toMatch(/^subjects-[\d-]+\.csv$/);

    await press(page, page.getByRole('checkbox', { name: `Select ${title}` }), 'Space');
    await press(page, named('button', 'Delete'));
    const dialog = page.getByRole('dialog', { name: 'Delete this subject?' });
    await press(page, dialog.getByRole('button', { name: 'Delete' }));
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  });

  test('who may not administer is told so, and is shown no way there', async ({ page }) => {
    await signInAs(page, 'student');
    await press(page, page.getByRole('button', { name: /^Account of/ }));
    await page.getByRole('menuitem', { name: 'My account' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'Administration' }).count()).toBe(0);
    await page.goto('/admin/courses');
    await page.getByRole('heading', { level: 1, name: 'This page is not open to you' }).waitFor();
  });
});
