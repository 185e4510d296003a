import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { fillSignIn } from './people.ts';
import { writeCourse } from './written-course.ts';

const draft = { title: 'Chance, Honestly', slug: 'chance-honestly' };

/** The catalogue's cards, once they are there. */
async function cardTitles(page: Page): Promise<string[]> {
  await page.getByRole('article').first().waitFor();
  return page.getByRole('article').getByRole('heading').allInnerTexts();
}

async function titleOfPage(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

describe('a visitor in the catalogue', () => {
  test('sees the published courses and their subjects, and no draft', async ({ page }) => {
    // Other journeys publish courses: these are looked for by their words.
    for (const title of ['Algorithms You Can See', 'La Révolution française, 1789-1799', draft.title]) {
      await page.goto(`/?q=${encodeURIComponent(title)}`);
      await (title === draft.title ? page.getByRole('heading', { level: 1 }) : page.getByRole('article').first()).waitFor();
      await page.waitForLoadState('networkidle');
      expect((await page.getByRole('article').getByRole('heading').allInnerTexts()).includes(title)).toBe(title !== draft.title);
    }
    await page.goto('/');
    await cardTitles(page);
    const links = page.getByRole('navigation', { name: 'Subjects' }).getByRole('link');
    const subjects = async () => (await links.allInnerTexts()).map((text) => text.replace(/\s*\d+$/, ''));
    await expect.poll(subjects).toEqual(['All subjects', 'Histoire', 'Langues', 'Mathématiques', 'Programming', 'Science']);
  });

  test('keeps to one subject, in the address', async ({ page }) => {
    await page.goto('/?order=title');
    const subjects = page.getByRole('navigation', { name: 'Subjects' });
    await subjects.getByRole('link', { name: 'Langues 2 courses' }).click();
    await page.getByRole('heading', { level: 2, name: '2 courses', exact: true }).waitFor();
    const courses = ['Écrire clairement', 'Your First Week in French'];
    await expect.poll(() => cardTitles(page)).toEqual(courses);

    await page.reload();
    await expect.poll(() => cardTitles(page)).toEqual(courses);
    await subjects.getByRole('link', { name: 'All subjects' }).click();
    await page.getByRole('link', { name: 'Algorithms You Can See' }).waitFor();
  });

  test('puts the courses in order of title, in the address', async ({ page }) => {
    await page.goto('/');
    // Other journeys publish courses in other subjects.
    await page.getByRole('navigation', { name: 'Subjects' }).getByRole('link', { name: 'Langues 2 courses' }).click();
    await page.getByRole('heading', { level: 2, name: '2 courses', exact: true }).waitFor();
    await page.getByRole('combobox', { name: 'Order' }).selectOption('By title');
    await expect.poll(() => page.url()).toContain('order=title');
    const inOrder = ['Écrire clairement', 'Your First Week in French'];
    await expect.poll(() => cardTitles(page)).toEqual(inOrder);

    await page.reload();
    await expect.poll(() => cardTitles(page)).toEqual(inOrder);
  });

  test('opens a subject from one of its courses', async ({ page }) => {
    await page.goto('/courses/a-tour-of-the-night-sky');
    await page.getByRole('main').getByRole('link', { name: 'Science' }).click();
    await titleOfPage(page, 'Science');
    await expect.poll(() => cardTitles(page)).toContain('Pendulums, Springs and Waves');
  });
});

describe('a visitor of a course', () => {
  test('reads what it is about', async ({ page }) => {
    await page.goto('/?subject=programming');
    await page.getByRole('link', { name: 'Algorithms You Can See' }).click();
    await titleOfPage(page, 'Algorithms You Can See');
    const outline = page.getByRole('region', { name: 'What is in it' });
    const modules = ['What an algorithm is', 'Searching', 'Sorting', 'Finding the way'];
    await expect.poll(() => outline.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(modules);
  });

  test('signs in with an account they have, and is back on its page', async ({ page }) => {
    await page.goto('/courses/algorithms-you-can-see');
    await page.getByRole('link', { name: 'I already have an account' }).click();
    await fillSignIn(page, 'student', 'not the password');
    await page.getByText('The username or the password is wrong.').waitFor();
    await fillSignIn(page, 'student');
    await titleOfPage(page, 'Algorithms You Can See');
    await page.getByRole('link', { name: 'Continue “Algorithms You Can See”' }).waitFor();
  });

  test('does not find a draft by its address', async ({ page }) => {
    await page.goto(`/courses/${draft.slug}`);
    await titleOfPage(page, 'Nothing at this address');
    expect(await page.getByText(draft.title).count()).toBe(0);
  });

  test('is led from its former address to its present one', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand'] }, { isPublished: true });
    const slug = `${course.slug}-and-currents`;
    await course.ask('mutation Rename($input: UpdateCourseInput!) { updateCourse(input: $input) { course { id } } }', {
      input: { id: course.id, slug },
    });
    await page.goto(`/courses/${course.slug}`);
    await titleOfPage(page, course.title);
    expect(new URL(page.url()).pathname).toBe(`/courses/${slug}`);
  });
});

describe('a visitor on any page', () => {
  test('reads it in French, and still does on the next visit', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: 'Français' }).click();
    await titleOfPage(page, 'Des cours à lire, à voir et à garder');
    await page.reload();
    await titleOfPage(page, 'Des cours à lire, à voir et à garder');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  });

  test('reads it in the language of the browser', async ({ newPage }) => {
    const page = await newPage({ locale: 'fr-FR' });
    await page.goto('/sign-in');
    await titleOfPage(page, 'Se connecter');
  });

  test('chooses the dark theme, and keeps it', async ({ newPage }) => {
    const page = await newPage({ colorScheme: 'light' });
    const brightness = () => page.getByRole('main').evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto('/');
    const light = await brightness();
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    await page.getByRole('button', { name: 'Switch to the light theme' }).waitFor();
    expect(await brightness()).not.toBe(light);
    await page.reload();
    await page.getByRole('button', { name: 'Switch to the light theme' }).waitFor();
    expect(await brightness()).not.toBe(light);
  });

  test('is told that there is nothing at an address, and shown the way to the catalogue', async ({ page }) => {
    await page.goto('/nowhere/at-all');
    await titleOfPage(page, 'Nothing at this address');
    await page.getByRole('main').getByRole('link', { name: 'To the catalogue' }).click();
    await titleOfPage(page, 'Courses to read, watch and keep');
  });
});
