import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { fillSignIn } from './people.ts';

const course = 'algorithms-you-can-see';

describe('an instructor', () => {
  test('sees how often a course was looked at, not counting themselves', async ({ page, newPage }) => {
    const visitor = await newPage();
    for (let visit = 0; visit < 2; visit += 1) {
      const recorded = visitor.waitForResponse((response) => response.request().postData()?.includes('courseId') ?? false);
      await visitor.goto(`/courses/${course}`);
      expect((await recorded).status()).toBe(200);
    }
    await page.goto(`/sign-in?next=/teach/${course}/views`);
    await fillSignIn(page, 'instructor');
    await page.getByRole('navigation', { name: 'Parts of the course' }).waitFor();
    // Views are told within seconds: the page is opened again until they are.
    const views = page.getByRole('region', { name: 'Views of the course’s page' });
    const table = views.getByRole('table');
    await expect
      .poll(
        async () => {
          await page.reload();
          await views.getByText('The same as a table').click();
          // Today stands first. Journeys share one address, from which a day has one visitor; students who are signed in add to it.
          return Number(await table.getByRole('cell').first().innerText());
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0);
    expect(await table.getByRole('row').count()).toBe(30);
    await page.getByText('7 days', { exact: true }).click();
    await expect.poll(() => table.getByRole('row').count()).toBe(7);
    expect(new URL(page.url()).search).toBe('?days=7');
    await page.getByRole('region', { name: 'Enrolments' }).getByText('in all').waitFor();
  });
});
