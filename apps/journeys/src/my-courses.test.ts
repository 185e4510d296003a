import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { fillSignUp } from './people.ts';
import { writeCourse } from './written-course.ts';

const card = (page: Page, title: string) => page.getByRole('article').filter({ hasText: title });

/** Enrols whoever is signed in, and ends in the player. */
async function begin(page: Page, { slug, title }: { slug: string; title: string }): Promise<void> {
  await page.goto(`/courses/${slug}`);
  await page.getByRole('button', { name: 'Enrol in this course' }).click();
  await page.getByRole('link', { name: `Start “${title}”` }).click();
  await page.getByRole('button', { name: 'Mark as done' }).waitFor();
}

describe('a student of several courses', () => {
  test('finds the one read last first, what is finished apart, what is left explained, and leaves one with its progress kept', async ({
    page,
  }) => {
    const [long, short] = [
      await writeCourse({ Shores: ['Sand', 'Cliffs'] }, { isPublished: true }),
      await writeCourse({ Currents: ['Gulf'] }, { isPublished: true }),
    ];
    await page.goto('/sign-up');
    await fillSignUp(page);
    await page.getByText('You are not following a course yet').waitFor();
    await begin(page, long);
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('1 of 2 done').first().waitFor();
    const visited = page.waitForResponse((response) => response.request().postData()?.includes('contentId') ?? false);
    await page.getByRole('link', { name: 'Next: Cliffs' }).click();
    await visited;
    await begin(page, short);

    await page.getByRole('link', { name: 'My courses', exact: true }).click();
    await card(page, long.title).waitFor();
    await expect.poll(() => page.getByRole('article').getByRole('heading').allInnerTexts()).toEqual([short.title, long.title]);
    await card(page, long.title).getByText('You were at: Cliffs').waitFor();
    await card(page, long.title)
      .getByRole('button', { name: `1 left in “${long.title}”` })
      .click();
    await page.getByRole('dialog').getByRole('link', { name: 'Cliffs' }).waitFor();
    await page.keyboard.press('Escape');

    await card(page, short.title)
      .getByRole('link', { name: `Continue “${short.title}”` })
      .click();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('1 of 1 done').first().waitFor();
    await page.getByRole('link', { name: 'To my courses' }).click();
    const finished = page.getByRole('region', { name: 'Recently finished' });
    await finished.getByRole('link', { name: `Read again: “${short.title}”` }).waitFor();
    await finished.getByText(/^Finished on/).waitFor();

    await card(page, long.title)
      .getByRole('button', { name: `Leave the course “${long.title}”` })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave the course' }).click();
    await card(page, long.title).waitFor({ state: 'detached' });
    await page.getByText('You have finished everything you started').waitFor();
    await page.goto(`/courses/${long.slug}`);
    await page.getByRole('button', { name: 'Enrol in this course' }).click();
    await page.getByText('1 of 2 done').waitFor();
  });
});
