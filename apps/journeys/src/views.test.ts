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
    const table = page.getByRole('table', { name: 'Views per day' });
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByText(/views in all|Nobody has looked/).waitFor();
          return table.count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    expect(await table.getByRole('row').count()).toBe(30);
    // Journeys share one address, from which a day has one visitor; students who are signed in add to it, the instructor does not.
    expect(Number(await table.getByRole('cell').last().innerText())).toBeGreaterThan(0);
  });
});
