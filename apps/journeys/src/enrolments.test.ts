import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { fillSignUp, returnAs } from './people.ts';
import { writeCourse } from './written-course.ts';

describe('an administrator and enrolments', () => {
  test('enrols somebody from the course’s students, who finds the course; once more is refused at the field', async ({ newPage }) => {
    const course = await writeCourse({ Shores: ['Sand'] }, { isPublished: true });
    const [page, theirs] = [await newPage(), await newPage()];
    await theirs.goto('/sign-up');
    const { username } = await fillSignUp(theirs);
    await theirs.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();

    await returnAs(page, 'admin');
    await page.goto(`/teach/${course.slug}/students`);
    await page.getByRole('heading', { name: 'Nobody is enrolled yet' }).waitFor();
    const enrol = async (): Promise<void> => {
      await page.getByRole('link', { name: 'Enrol somebody' }).click();
      const form = page.getByRole('form', { name: 'Enrol somebody' });
      await form.getByRole('combobox', { name: 'Student' }).fill(username);
      await page.getByRole('option', { name: `Nadia Ferrand (${username})` }).click();
      await form.getByRole('button', { name: 'Enrol' }).click();
    };
    await enrol();
    await page.getByText(`Nadia Ferrand is enrolled in “${course.title}”.`).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Nadia Ferrand' }).waitFor();

    await enrol();
    await page.getByText('This person is enrolled in this course already.').waitFor();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();

    await page.goto(`/admin/users?q=${username}`);
    await page.getByRole('link', { name: 'Nadia Ferrand' }).click();
    await page.getByRole('region', { name: 'What is theirs' }).getByRole('link', { name: 'Enrolments' }).click();
    await page.getByRole('row').filter({ hasText: course.title }).waitFor();
    const filter = page.getByRole('combobox', { name: 'Student' });
    await expect.poll(() => filter.inputValue()).toBe(`Nadia Ferrand (${username})`);

    await theirs.goto('/learn');
    await theirs.getByRole('link', { name: course.title }).first().waitFor();
  });
});
