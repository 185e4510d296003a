import { describe, expect, inject } from 'vitest';

import { askApi } from './graphql-request.ts';
import { test } from './journey.ts';
import { fillSignUp } from './people.ts';

const whoAmI = '{ viewer { username } }';

describe('a person and their tokens', () => {
  test('makes one, copies it, uses it by the API, revokes it, and it is refused', async ({ newPage }) => {
    const url = inject('cursusUrl');
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto('/sign-up');
    const { username } = await fillSignUp(page);
    await page.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    await page.goto('/account/tokens');
    await page.getByRole('heading', { name: 'No token yet' }).waitFor();
    await page.getByRole('button', { name: 'Make a token' }).click();
    const form = page.getByRole('form', { name: 'New token' });
    await form.getByRole('button', { name: 'Make the token' }).click();
    await form.getByText('Tick one thing at least.').waitFor();
    await form.getByLabel('Name').fill('Gradebook');
    await form.getByRole('checkbox', { name: 'Read your account' }).check();
    await form.getByRole('button', { name: 'Make the token' }).click();

    await page.getByText('Gradebook is ready').waitFor();
    await page.getByRole('button', { name: 'Copy the token' }).click();
    const secret = await page.evaluate(() => navigator.clipboard.readText());
    expect(secret).toMatch(/^cursus_pat_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    expect(await page.getByText(secret).count()).toBe(0);

    expect(await askApi(url, whoAmI, {}, secret)).toEqual({ viewer: { username } });
    await expect(askApi(url, '{ viewer { tokens { nodes { id } } } }', {}, secret)).rejects.toThrow(/FORBIDDEN/);

    await page.getByRole('button', { name: 'Revoke Gradebook' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Gradebook is revoked.').waitFor();
    await page.getByRole('heading', { name: 'No token yet' }).waitFor();
    await expect(askApi(url, whoAmI, {}, secret)).rejects.toThrow(/HTTP 401/);
  });
});
