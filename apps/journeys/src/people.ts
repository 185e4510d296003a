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

/** Is one of the sample school from the next page on, as after an earlier visit. How one signs in is told by journeys of its own. */
export async function returnAs(page: Page, account: SampleAccount): Promise<void> {
  const document = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { credentials { viewer { id } } } }';
  const response = await page.request.post('/graphql', {
    headers: { 'apollo-require-preflight': 'true' },
    data: { query: document, variables: { input: { login: account, password: 'cursus-demo' } } },
  });
  const { data } = (await response.json()) as { data: { signIn: { credentials: { viewer: { id: string } } } } };
  // Any page of this origin, and the smallest: the application remembers that somebody is signed in beside the cookie.
  await page.goto('/favicon.svg');
  await page.evaluate((id) => localStorage.setItem('cursus.viewer', id), data.signIn.credentials.viewer.id);
}

/** Comes back as one of the sample school to the page of their courses. */
export async function signInAs(page: Page, account: SampleAccount): Promise<void> {
  await returnAs(page, account);
  await page.goto('/learn');
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
