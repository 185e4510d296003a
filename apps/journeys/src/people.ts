import { randomUUID } from 'node:crypto';

import type { Page } from 'playwright-core';

/** The three accounts that a first start prints. */
export type SampleAccount = 'admin' | 'instructor' | 'student';

/** Fills the sign-in form that is on the page. */
export async function fillSignIn(page: Page, username: string, password = 'cursus-demo'): Promise<void> {
  const form = page.getByRole('form', { name: 'Sign in' });
  await form.getByLabel('Username or e-mail').fill(username);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Sign in' }).click();
}

/** Comes in as one of the sample school, and ends on the page of their courses. */
export async function signInAs(page: Page, account: SampleAccount): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, account);
  await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
}

/** Fills the sign-up form that is on the page, as somebody whom nobody knows yet. */
export async function fillSignUp(page: Page): Promise<{ username: string; password: string }> {
  const username = `nadia-${randomUUID().slice(0, 8)}`;
  const password = 'a long walk by the river';
  const form = page.getByRole('form', { name: 'Create your account' });
  await form.getByLabel('First name').fill('Nadia');
  await form.getByLabel('Last name').fill('Ferrand');
  await form.getByLabel('Username').fill(username);
  await form.getByLabel('E-mail').fill(`${username}@example.org`);
  await form.getByLabel('Password', { exact: true }).fill(password);
  await form.getByRole('button', { name: 'Sign up' }).click();
  return { username, password };
}
