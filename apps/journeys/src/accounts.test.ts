import { randomUUID } from 'node:crypto';

import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { fillSignIn, fillSignUp } from './people.ts';

const newPassword = 'a boat on a quiet lake';

/** Somebody new, signed in, whose address nobody has confirmed. */
async function signUp(page: Page): Promise<{ username: string; password: string; email: string }> {
  await page.goto('/sign-up');
  const account = await fillSignUp(page);
  await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
  return { ...account, email: `${account.username}@example.org` };
}

/** Reads the newest mail to somebody in the mailbox, and follows its button in a tab of its own. */
async function followMail(page: Page, email: string, subject: string): Promise<Page> {
  await page.goto('/mailbox');
  await page
    .getByRole('list', { name: 'Mails' })
    .getByRole('button')
    .filter({ hasText: email })
    .filter({ hasText: subject })
    .first()
    .click();
  const mail = page.frameLocator('iframe[title="What the mail says"]');
  await mail.getByRole('heading', { name: subject }).waitFor();
  const [opened] = await Promise.all([page.context().waitForEvent('page'), mail.getByRole('link').first().click()]);
  return opened;
}

async function isSignedIn(page: Page): Promise<boolean> {
  await page.goto('/learn');
  await page.getByRole('heading', { level: 1, name: /My courses|Sign in/ }).waitFor();
  return page.getByRole('heading', { level: 1, name: 'My courses' }).isVisible();
}

const section = (page: Page, name: string) => page.getByRole('region', { name });

async function changePassword(page: Page, password: string): Promise<void> {
  await page.goto('/account/security');
  const form = page.getByRole('form', { name: 'Password' });
  await form.getByLabel('Current password', { exact: true }).fill(password);
  await form.getByLabel('New password', { exact: true }).fill(newPassword);
  await form.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText('Your password is changed.').waitFor();
}

describe('a person and their account', () => {
  test('confirms the address by the mail in the mailbox, and signs in with it', async ({ page, newPage }) => {
    const { email, password } = await signUp(page);
    await page.getByRole('button', { name: 'Account of Nadia Ferrand' }).click();
    await page.getByRole('menuitem', { name: 'My account' }).click();
    await page.getByRole('navigation', { name: 'Sections of my account' }).getByRole('link', { name: 'E-mail' }).click();
    await page.getByText('Not confirmed yet').waitFor();
    const opened = await followMail(page, email, 'Confirm your e-mail address');
    await opened.getByRole('button', { name: 'Confirm the address' }).click();
    await opened.getByRole('heading', { level: 1, name: 'Your address is confirmed' }).waitFor();
    await opened.getByRole('link', { name: 'Continue' }).click();
    await opened.getByText('Confirmed', { exact: true }).waitFor();

    const elsewhere = await newPage();
    await elsewhere.goto('/sign-in');
    await fillSignIn(elsewhere, email, password);
    await elsewhere.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
  });

  test('forgets the password: asks, looks at the mail, chooses a new one, and is done', async ({ page, newPage }) => {
    const other = await newPage();
    const { username, email, password } = await signUp(other);

    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    const form = page.getByRole('form', { name: 'Forgot your password?' });
    await form.getByLabel('Username or e-mail').fill(email);
    await form.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Look at your mail' }).waitFor();
    await page.getByRole('link', { name: 'Open the mailbox' }).click();
    const opened = await followMail(page, email, 'Choose a new password');
    const address = opened.url();
    await opened.getByLabel('New password', { exact: true }).fill('password123');
    await opened.getByRole('button', { name: 'Save the new password' }).click();
    await opened.getByText('This is too easy to guess.').waitFor();
    await opened.getByLabel('New password', { exact: true }).fill(newPassword);
    await opened.getByRole('button', { name: 'Save the new password' }).click();
    await opened.getByRole('heading', { level: 1, name: 'Your new password is saved' }).waitFor();
    await opened.getByRole('link', { name: 'Sign in' }).last().click();
    await fillSignIn(opened, username, password);
    await opened.getByText('The username or the password is wrong.').waitFor();
    await fillSignIn(opened, username, newPassword);
    await opened.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    expect(await isSignedIn(other)).toBe(false);

    await page.goto(address);
    await page.getByLabel('New password', { exact: true }).fill('another good one');
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByText('This link was used already, or it is too old.').waitFor();
  });

  test('changes the password in one browser: the other is out, the first is not', async ({ page, newPage }) => {
    const { username, password } = await signUp(page);
    const other = await newPage();
    await other.goto('/sign-in');
    await fillSignIn(other, username, password);
    await other.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    await changePassword(page, password);
    expect(await isSignedIn(other)).toBe(false);
    expect(await isSignedIn(page)).toBe(true);
  });

  test('sees where they are signed in, and signs another browser out', async ({ page, newPage }) => {
    const { username, password } = await signUp(page);
    const other = await newPage();
    await other.goto('/sign-in');
    await fillSignIn(other, username, password);
    await other.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();

    await page.goto('/account/security');
    const sessions = section(page, 'Where you are signed in');
    await sessions.getByText('This device').waitFor();
    expect(await sessions.getByRole('listitem').count()).toBe(2);
    await sessions.getByRole('button', { name: /^Sign out Chrome on Linux/ }).click();
    await page.getByText('That device is signed out.').waitFor();
    await expect.poll(() => sessions.getByRole('listitem').count()).toBe(1);
    expect(await isSignedIn(other)).toBe(false);
    const events = section(page, 'Recent activity');
    await events.getByText('Other devices signed out').waitFor();
    await events.getByText('Account created').waitFor();
  });

  test('sets up a second step, signs in with a code, then with a recovery code', async ({ page, newPage }) => {
    const { username, password } = await signUp(page);
    await page.goto('/account/security');
    const factor = section(page, 'Second step');
    await factor.getByRole('button', { name: 'Set it up' }).click();
    await factor.getByLabel('Current password', { exact: true }).fill(password);
    await factor.getByRole('button', { name: 'Continue' }).click();
    await factor.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
    const secret = /: ([A-Z2-7]+)$/.exec(await factor.getByText('Or type this key into the app').innerText())?.[1] ?? '';
    const now = Math.floor(Date.now() / 1_000);
    await factor.getByLabel('Code from the app').fill(await generate({ secret, epoch: now - 30 }));
    await factor.getByRole('button', { name: 'Switch it on' }).click();
    await factor.getByRole('button', { name: 'I have kept them' }).waitFor();
    const codes = await factor.getByRole('list', { name: 'Your recovery codes' }).getByRole('listitem').allInnerTexts();
    expect(codes).toHaveLength(10);
    await factor.getByRole('button', { name: 'I have kept them' }).click();
    await factor.getByText('10 recovery codes are left.').waitFor();

    const elsewhere = await newPage();
    await elsewhere.goto('/sign-in');
    await fillSignIn(elsewhere, username, password);
    const form = elsewhere.getByRole('form', { name: 'One more step' });
    await form.getByRole('textbox').fill('000000');
    await form.getByRole('button', { name: 'Sign in' }).click();
    await elsewhere.getByText('This code is not right, or it was used already.').waitFor();
    await form.getByRole('textbox').fill(await generate({ secret, epoch: now }));
    await form.getByRole('button', { name: 'Sign in' }).click();
    await elsewhere.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();

    const third = await newPage();
    await third.goto('/sign-in');
    await fillSignIn(third, username, password);
    await third
      .getByRole('form', { name: 'One more step' })
      .getByRole('textbox')
      .fill(codes[0] ?? '');
    await third.getByRole('form', { name: 'One more step' }).getByRole('button', { name: 'Sign in' }).click();
    await third.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
  });

  test('is told nothing of who else has an account', async ({ page }) => {
    await page.goto('/forgot-password');
    await page.getByLabel('Username or e-mail').fill(`nobody-${randomUUID().slice(0, 8)}`);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Look at your mail' }).waitFor();
  });
});
