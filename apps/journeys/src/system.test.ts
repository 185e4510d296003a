import { describe, expect } from 'vitest';
import { test } from './journey.ts';
import { signInAs } from './people.ts';

describe('the system page', () => {
  test('shows an administrator how the installation is, and goes on doing so until it is told to stop', async ({ page }) => {
    await signInAs(page, 'admin');
    await page.goto('/admin/system');
    await page.getByRole('heading', { level: 1, name: 'System' }).waitFor();
    for (const name of ['Server', 'Database', 'Caches', 'Storage', 'Jobs', 'Slow statements']) {
      await page.getByRole('region', { name, exact: true }).waitFor();
    }
    expect(await page.getByRole('row', { name: /^Mails/ }).count()).toBe(1);
    const measured = page.getByText(/^As of/);
    const first = await measured.textContent();
    await expect.poll(() => measured.textContent()).not.toBe(first);
    await page.getByRole('switch', { name: 'Refresh every 5 seconds' }).press('Space');
    expect(await page.getByRole('switch').isChecked()).toBe(false);
  });

  test('is not open to a student', async ({ page }) => {
    await signInAs(page, 'student');
    await page.goto('/admin/system');
    await page.getByRole('heading', { level: 1, name: 'This page is not open to you' }).waitFor();
  });
});
