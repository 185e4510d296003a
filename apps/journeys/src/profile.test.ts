import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { root } from '../../../scripts/checkout.mjs';
import { test } from './journey.ts';
import { fillSignIn, fillSignUp } from './people.ts';

/** Wider than it is high: one has to choose the part that is shown. */
const photograph = join(root, 'apps', 'server', 'sample', 'courses', 'algorithms-you-can-see', 'growth.png');

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved \d/ });

/** Width and height of the picture in the header, as the browser got it; null for initials. */
const pictureInHeader = (page: Page): Promise<[number, number] | null> =>
  page.getByRole('button', { name: 'Account of' }).evaluate(async (button) => {
    const picture = button.querySelector('img');
    if (picture === null) return null;
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
  });

async function signUp(page: Page): Promise<{ username: string; password: string }> {
  await page.goto('/sign-up');
  const account = await fillSignUp(page);
  await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
  return account;
}

describe('a person and their profile', () => {
  test('crops a picture by keyboard, sees it everywhere, and takes it away', async ({ page }) => {
    await signUp(page);
    expect(await pictureInHeader(page)).toBeNull();
    await page.getByRole('button', { name: 'Account of Nadia Ferrand' }).click();
    await page.getByRole('menuitem', { name: 'My account' }).click();
    await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor();

    await page
      .getByLabel('Choose a picture')
      .setInputFiles({ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await page.getByText(/^This type of file is not taken here/).waitFor();
    await page.getByLabel('Choose a picture').setInputFiles(photograph);
    const dialog = page.getByRole('dialog', { name: 'Crop your picture' });
    await dialog.getByRole('slider', { name: 'Zoom' }).press('ArrowRight');
    await dialog.getByRole('group', { name: 'The part that is shown' }).press('ArrowLeft');
    await dialog.getByRole('button', { name: 'Use this picture' }).click();
    await saved(page).waitFor();
    await expect.poll(() => pictureInHeader(page)).not.toBeNull();
    const [width = 0, height = 1] = (await pictureInHeader(page)) ?? [];
    expect(width).toBe(height);

    await page.reload();
    await page.getByRole('button', { name: 'Remove the picture' }).click();
    await expect.poll(() => pictureInHeader(page)).toBeNull();
    await page.getByLabel('Choose a picture').waitFor();
  });

  test('says who they are, and reads in their language and by their clock, on another device too', async ({ page, newPage }) => {
    const { username, password } = await signUp(page);
    await page.goto('/account');
    await page.getByLabel('First name').fill('Nadège');
    await page.getByLabel('Phone').fill('call me');
    await page.getByLabel('About you').fill('I walk, and I read.');
    await page.getByText('Not saved: look at the marked fields.').first().waitFor();
    await page.getByLabel('Phone').fill('+33 6 12 34 56 78');
    await page.getByRole('combobox', { name: 'Time zone' }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('tokyo');
    await page.getByRole('option', { name: /^Asia\/Tokyo/ }).click();
    await saved(page).waitFor();
    await page.getByRole('button', { name: 'Account of Nadège Ferrand' }).waitFor();

    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 1, name: 'Profil' }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^Enregistré/ })
      .waitFor();

    const elsewhere = await newPage();
    await elsewhere.goto('/sign-in');
    await fillSignIn(elsewhere, username, password);
    const now = Date.now();
    await elsewhere.getByRole('heading', { level: 1, name: 'Mes cours' }).waitFor();
    await elsewhere.goto('/account/security');
    const clock = new Intl.DateTimeFormat('fr', { timeStyle: 'short', timeZone: 'Asia/Tokyo' });
    const times = [-60_000, 0, 60_000].map((aside) => clock.format(new Date(now + aside)));
    await elsewhere
      .getByText(new RegExp(times.join('|')))
      .first()
      .waitFor();
    await elsewhere.goto('/account/profile');
    expect(await elsewhere.getByLabel('Prénom').inputValue()).toBe('Nadège');
    expect(await elsewhere.getByLabel('À propos de vous').inputValue()).toBe('I walk, and I read.');
    expect(await elsewhere.getByLabel('Téléphone').inputValue()).toBe('+33 6 12 34 56 78');
  });

  test('of an instructor is seen from their course, with what else they teach', async ({ page }) => {
    await page.goto('/courses/la-revolution-francaise');
    const card = page.getByRole('region', { name: 'Mathilde Guérin' });
    await card.getByRole('link', { name: 'Mathilde Guérin' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mathilde Guérin' }).waitFor();
    await page.getByText('Historienne et ancienne correctrice').waitFor();
    await page.getByRole('link', { name: 'Écrire clairement' }).waitFor();
    await page.goto('/people/VXNlcjowMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDA');
    await page.getByRole('heading', { level: 1, name: 'Nothing at this address' }).waitFor();
  });
});
