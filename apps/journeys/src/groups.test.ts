import { describe, expect, inject } from 'vitest';

import { askApi, signIn } from './graphql-request.ts';
import { test } from './journey.ts';
import { fillSignUp, signInAs } from './people.ts';

const rights = '{ viewer { permissions viewerCanAdminister } }';

describe('an administrator and groups', () => {
  test('makes a group with two permissions and puts somebody in it, whose menu and API follow at once; out again, and they lose both', async ({
    newPage,
  }) => {
    const url = inject('cursusUrl');
    const [page, theirs] = [await newPage(), await newPage()];
    await theirs.goto('/sign-up');
    const { username, password } = await fillSignUp(theirs);
    await theirs.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    const token = await signIn(url, username, password);
    const openAccount = theirs.getByRole('button', { name: 'Account of Nadia Ferrand' });
    const administration = theirs.getByRole('menuitem', { name: 'Administration' });
    await openAccount.click();
    await theirs.getByRole('menuitem', { name: 'My account' }).waitFor();
    expect(await administration.count()).toBe(0);
    await theirs.keyboard.press('Escape');
    expect(await askApi(url, rights, {}, token)).toEqual({ viewer: { permissions: [], viewerCanAdminister: false } });

    await signInAs(page, 'admin');
    await page.goto('/admin/groups');
    await page.getByRole('link', { name: 'New group' }).click();
    const form = page.getByRole('form', { name: 'New group' });
    const name = `Librarians of ${username}`;
    await form.getByLabel('Name').fill(name);
    await form.getByRole('checkbox', { name: 'Manage subjects' }).check();
    await form.getByRole('checkbox', { name: 'See every course' }).check();
    await form.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();

    await page.getByRole('combobox', { name: 'Add somebody' }).fill(username);
    await page.getByRole('option', { name: new RegExp(username) }).click();
    const member = page.getByRole('list', { name: 'Members' }).getByText(username);
    await member.waitFor();

    expect(await askApi(url, rights, {}, token)).toEqual({
      viewer: { permissions: ['COURSE_READ_ANY', 'SUBJECT_MANAGE'], viewerCanAdminister: true },
    });
    // Within the application, without a reload.
    await expect
      .poll(async () => {
        for (const place of ['Catalogue', 'My courses']) await theirs.getByRole('link', { name: place, exact: true }).first().click();
        await openAccount.click();
        await theirs.getByRole('menuitem', { name: 'My account' }).waitFor();
        const count = await administration.count();
        await theirs.keyboard.press('Escape');
        return count;
      })
      .toBe(1);
    await theirs.goto('/admin');
    const sections = theirs.getByRole('navigation', { name: 'Sections of the administration' });
    await sections.getByRole('link', { name: 'Subjects' }).waitFor();
    expect(await sections.getByRole('link', { name: 'Groups' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Remove Nadia Ferrand' }).click();
    await member.waitFor({ state: 'detached' });
    expect(await askApi(url, rights, {}, token)).toEqual({ viewer: { permissions: [], viewerCanAdminister: false } });
    await theirs.goto('/admin');
    await theirs.getByRole('heading', { name: 'This page is not open to you' }).waitFor();
  });

  test('suspends somebody, who is told so when they sign in', async ({ newPage }) => {
    const [page, theirs] = [await newPage(), await newPage()];
    await theirs.goto('/sign-up');
    const { username, password } = await fillSignUp(theirs);
    await theirs.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    await signInAs(page, 'admin');
    await page.goto(`/admin/users?q=${username}`);
    await page.getByLabel('Name, username or e-mail address').fill(username);
    await page.getByRole('link', { name: 'Nadia Ferrand' }).click();
    await page.getByRole('button', { name: 'Suspend' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('The account is suspended.').waitFor();

    await theirs.context().clearCookies();
    await theirs.goto('/sign-in');
    const form = theirs.getByRole('form', { name: 'Sign in' });
    await form.getByLabel('Username or e-mail').fill(username);
    await form.getByLabel('Password', { exact: true }).fill(password);
    await form.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByText('This account is suspended.').waitFor();
  });

  test('invites somebody by mail, and takes the invitation back', async ({ page }) => {
    const email = `guest-${Date.now()}@example.org`;
    await signInAs(page, 'admin');
    await page.goto('/admin/invitations/new');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText(`The invitation to ${email} is on its way.`).waitFor();
    await page.getByRole('checkbox', { name: `Select ${email}` }).check();
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await page.getByText('The invitation is taken back.').waitFor();
    await expect.poll(() => page.getByText(email, { exact: true }).count()).toBe(0);
  });
});
