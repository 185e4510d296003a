import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { fillSignIn, fillSignUp } from './people.ts';

describe('a person and their data', () => {
  test('takes everything along in one archive, then has the account erased, and is known to nobody', async ({ page }) => {
    await page.goto('/sign-up');
    const { username, password } = await fillSignUp(page);
    await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    await page.goto('/account/data');
    await page.getByRole('button', { name: 'Make the archive' }).click();
    const link = page.getByRole('link', { name: 'Download' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^cursus-\d{4}-\d\d-\d\d\.zip$/);
    expect(await download.failure()).toBeNull();

    const section = page.getByRole('region', { name: 'Erase my account' });
    await section.getByText('1 signed-in device').waitFor();
    await section.getByRole('button', { name: 'Erase my account…' }).click();
    const form = page.getByRole('form', { name: 'Erase my account' });
    await form.getByLabel(/^Type your username/).fill('somebody-else');
    await form.getByLabel('Your password').fill('not my password');
    await form.getByRole('button', { name: 'Erase for good' }).click();
    await form.getByText('This is not your username.').waitFor();
    await form.getByLabel(/^Type your username/).fill(username);
    await form.getByRole('button', { name: 'Erase for good' }).click();
    await form.getByText('This is not your password.').waitFor();
    await form.getByLabel('Your password').fill(password);
    await form.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Your account is erased.').waitFor();
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();

    await page.goto('/sign-in');
    await fillSignIn(page, username, password);
    await page.getByText('The username or the password is wrong.').waitFor();
  });
});
