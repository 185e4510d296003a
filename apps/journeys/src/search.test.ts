import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';

const field = (page: Page): Locator => page.getByRole('search').getByRole('textbox');
const cards = (page: Page): Locator => page.getByRole('article');

async function opened(page: Page, address = '/'): Promise<void> {
  await page.goto(address);
  await cards(page).first().waitFor();
}

describe('a visitor who searches the catalogue', () => {
  test('finds a course while typing, mistakes and all, and shares what was found', async ({ page }) => {
    await opened(page);
    await field(page).pressSequentially('revoltuion francaise');
    await expect.poll(() => cards(page).getByRole('heading').allInnerTexts()).toEqual(['La Révolution française, 1789-1799']);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('revoltuion francaise');
    await expect.poll(() => page.getByRole('combobox', { name: 'Order' }).inputValue()).toBe('relevant');

    await opened(page, page.url());
    expect(await field(page).inputValue()).toBe('revoltuion francaise');
    expect(await cards(page).count()).toBe(1);
  });

  test('is told when nothing is found, and comes back by the keyboard', async ({ page }) => {
    await opened(page, '/?subject=science');
    await expect.poll(() => cards(page).count()).toBe(2);
    await field(page).fill('quetzalcoatl');
    await page.getByRole('heading', { name: 'Nothing found for “quetzalcoatl”' }).waitFor();
    await field(page).press('Escape');
    await expect.poll(() => cards(page).count()).toBe(2);
    expect(page.url()).not.toContain('q=');
    expect(await field(page).inputValue()).toBe('');
  });

  test('searches within a subject', async ({ page }) => {
    await opened(page, '/?subject=science');
    await field(page).fill('pendulum');
    await field(page).press('Enter');
    await expect.poll(() => cards(page).getByRole('heading').allInnerTexts()).toEqual(['Pendulums, Springs and Waves']);
    expect(page.url()).toContain('subject=science');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect.poll(() => cards(page).count()).toBe(2);
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
