import { randomUUID } from 'node:crypto';

import { expect } from 'vitest';

import { test } from './journey.ts';
import { signInAs } from './people.ts';

test('an administrator sees line by line what a table of accounts would do, mends it, and imports it', async ({ page }) => {
  const username = `zoe-${randomUUID().slice(0, 8)}`;
  await signInAs(page, 'admin');
  await page.goto('/admin/users/import');
  const table = page.getByLabel('Table (CSV)');
  const check = page.getByRole('button', { name: 'See what would happen' });

  await table.fill('who,where');
  await check.click();
  await page.getByText('The table could not be read').waitFor();

  const head = 'username;email;firstName;lastName;group';
  const line = `${username};${username}@example.org;Zoé;L’Écuyer;Students`;
  await table.fill([head, line, 'student;other@example.org;A;B;Wizards'].join('\n'));
  await check.click();
  await page.getByText('1 line can’t be imported.').waitFor();
  const refused = page.getByRole('row').filter({ hasText: 'Line 3' });
  expect(await refused.textContent()).toContain('There is no group by that name.');
  expect(await page.getByRole('button', { name: /^Import/ }).count()).toBe(0);

  await table.fill([head, line].join('\n'));
  await check.click();
  await page.getByRole('button', { name: 'Import 1 account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import 1 account' }).click();
  await page.getByText('1 account was made.').first().waitFor();
  await check.click();
  await page.getByText('1 is there already, and stays as it is.').waitFor();
});
