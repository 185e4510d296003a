import { describe, expect, inject } from 'vitest';

import { askApi } from './graphql-request.ts';
import { test } from './journey.ts';
import { fillSignIn, fillSignUp, signInAs } from './people.ts';

describe('a person and their data', () => {
  test('takes everything along in one archive, then has the account erased, and is known to nobody', async ({ page }) => {
    await page.goto('/sign-up');
    const { username, password } = await fillSignUp(page);
    await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    await page.goto('/account/data');
    await page.getByRole('button', { name: 'Make the archive' }).press('Enter');
    const link = page.getByRole('link', { name: 'Download' });
    await link.waitFor();
    // The button that was pressed is another one by then; who pressed it goes on from what is said of the archive.
    const told = page.getByRole('status').filter({ hasText: /^Your archive is ready/ });
    await expect.poll(() => told.evaluate((element) => element === document.activeElement)).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^cursus-\d{4}-\d\d-\d\d\.zip$/);
    expect(await download.failure()).toBeNull();

    const section = page.getByRole('region', { name: 'Erase my account' });
    await section.getByText('1 signed-in device').waitFor();
    await section.getByRole('button', { name: 'Erase the account…' }).click();
    const form = page.getByRole('form', { name: 'Erase the account' });
    await form.getByLabel(/^Type the username/).fill('somebody-else');
    await form.getByLabel('Your password').fill('not my password');
    await form.getByRole('button', { name: 'Erase for good' }).click();
    await form.getByText('This is not the username.').waitFor();
    await form.getByLabel(/^Type the username/).fill(username);
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

  test('has the account erased by an administrator, who is told first what goes', async ({ page }) => {
    const username = `leaver-${Date.now()}`;
    const input = { username, password: 'a long goodbye', email: `${username}@example.org`, firstName: 'Lea', lastName: username };
    const signUp = 'mutation ($input: SignUpInput!) { signUp(input: $input) { userErrors { code } } }';
    expect(await askApi(inject('cursusUrl'), signUp, { input })).toEqual({ signUp: { userErrors: [] } });
    await signInAs(page, 'admin');
    await page.goto(`/admin/users?q=${username}`);
    await page.getByRole('link', { name: `Lea ${username}` }).click();
    await page.getByRole('link', { name: 'See what goes, and erase…' }).click();
    await page.getByRole('heading', { level: 1, name: `Erase the account of Lea ${username}` }).waitFor();
    await page.getByText('1 signed-in device').waitFor();
    await page.getByRole('button', { name: 'Erase the account…' }).click();
    const form = page.getByRole('form', { name: 'Erase the account' });
    await form.getByLabel('Type the username').fill(username);
    await form.getByLabel('Your password').fill('cursus-demo');
    await form.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('The account is erased.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
  });
});
