import { randomUUID } from 'node:crypto';

import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';

import { test } from './journey.ts';
import { fillSignUp } from './people.ts';
import { writeCourse } from './written-course.ts';

const cards = (page: Page) => page.getByRole('article');
const courseCount = 26;

let written: Promise<string> | undefined;
const deletions: (() => Promise<unknown>)[] = [];

// Other journeys look at the catalogue's first page.
afterAll(async () => {
  await Promise.all(deletions.map((deletion) => deletion()));
});

/** More courses than two pages of the catalogue hold, which one word finds. */
const manyCourses = (): Promise<string> => (written ??= writeManyCourses());

async function writeManyCourses(): Promise<string> {
  const word = `estuary${randomUUID().replaceAll(/[^a-f]/g, '')}`;
  const { ask } = await writeCourse({});
  const { subject } = await ask<{ subject: { id: string } }>('{ subject: subjectBySlug(slug: "histoire") { id } }', {});
  const publish = async (number: number): Promise<void> => {
    const input = {
      subjectId: subject.id,
      title: `${word} ${String(number).padStart(2, '0')}`,
      language: number % 2 === 0 ? 'en' : 'fr',
      overview: 'Where a river meets the sea.',
    };
    const { createCourse } = await ask<{ createCourse: { course: { id: string } } }>(
      'mutation Create($input: CreateCourseInput!) { createCourse(input: $input) { course { id } } }',
      {
        input,
      },
    );
    const { id } = createCourse.course;
    deletions.push(() =>
      ask('mutation Delete($input: DeleteCourseInput!) { deleteCourse(input: $input) { deletedCourseId } }', { input: { id } }),
    );
    // A course with nothing to read is not published.
    const { createModule } = await ask<{ createModule: { module: { id: string } } }>(
      'mutation Add($input: CreateModuleInput!) { createModule(input: $input) { module { id } } }',
      {
        input: { courseId: id, title: 'Mouth' },
      },
    );
    await ask('mutation Add($input: CreateTextInput!) { createText(input: $input) { content { id } } }', {
      input: { moduleId: createModule.module.id, title: 'Silt', body: 'Of rivers.' },
    });
    await ask('mutation Publish($input: PublishCourseInput!) { publishCourse(input: $input) { course { id } } }', { input: { id } });
  };
  await Promise.all(Array.from({ length: courseCount }, (_, at) => publish(at + 1)));
  return word;
}

/** Scrolls as a person does until all of the list is there. */
async function scrollToEnd(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 2_000);
      return cards(page).count();
    })
    .toBe(courseCount);
}

describe('a visitor in a long catalogue', () => {
  test('scrolls on and on, and finds list and place again on Back and after a reload', async ({ page }) => {
    const word = await manyCourses();
    await page.goto(`/?q=${word}&order=title`);
    await page.getByRole('heading', { level: 2, name: `${courseCount} courses for “${word}”` }).waitFor();
    expect(await cards(page).count()).toBe(12);
    await scrollToEnd(page);
    await page.getByText('That is all.').waitFor();

    const chosen = page.getByRole('link', { name: `${word} 20` });
    await chosen.scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => window.scrollY);
    await chosen.click();
    await page.getByRole('heading', { level: 1, name: `${word} 20` }).waitFor();
    await page.goBack();
    await expect.poll(() => cards(page).count()).toBe(courseCount);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(place - 50);
    expect(await chosen.evaluate((link) => link.getBoundingClientRect().top < window.innerHeight)).toBe(true);

    await page.reload();
    await expect.poll(() => cards(page).count()).toBe(courseCount);
  });

  test('narrows it by language, in the address, and loads on by the keyboard without losing the focus', async ({ page }) => {
    const word = await manyCourses();
    await page.goto(`/?q=${word}`);
    await page.getByRole('combobox', { name: 'Language' }).selectOption('French (13)');
    await page.getByRole('heading', { level: 2, name: '13 courses for' }).waitFor();
    expect(new URL(page.url()).searchParams.get('language')).toBe('fr');

    await page.getByRole('combobox', { name: 'Language' }).selectOption('All languages');
    await page.getByRole('heading', { level: 2, name: `${courseCount} courses for` }).waitFor();
    const more = page.getByRole('button', { name: 'Show more' });
    await more.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => cards(page).count()).toBe(24);
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => cards(page).count()).toBe(courseCount);
    // Where the button was, not at the top of the page.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('That is all.');
    await page
      .getByRole('status')
      .filter({ hasText: `${courseCount} of ${courseCount} shown` })
      .waitFor({ state: 'attached' });
  });

  test('sees nothing jump while pages come', async ({ newPage }) => {
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1440, height: 900 },
    ]) {
      const page = await newPage({ viewport });
      await page.addInitScript(() => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += 'value' in entry ? Number(entry.value) : 0;
          document.documentElement.dataset['shift'] = String(sum);
        });
        observer.observe({ type: 'layout-shift', buffered: true });
      });
      for (const address of ['/', '/subjects/science', '/courses/algorithms-you-can-see']) {
        await page.goto(address, { waitUntil: 'networkidle' });
        const sum = await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0));
        expect(sum, `${address}, ${viewport.width} wide`).toBeLessThan(0.02);
      }
    }
  });
});

describe('a visitor of a course', () => {
  test('sees what one learns in it and what its lessons are called, signs up to enrol, and is enrolled', async ({ page }) => {
    await page.goto('/courses/algorithms-you-can-see');
    const outcomes = page.getByRole('region', { name: 'What you will learn' });
    await outcomes.getByText('Compare two methods without a stopwatch').waitFor();
    await page.getByText('12 lessons').waitFor();
    await page.getByText('3 lessons (2 texts · 1 image)').last().click();
    await page.getByText('Trees that stay in order').waitFor();

    await page.getByRole('link', { name: 'Sign up to enrol' }).click();
    await fillSignUp(page);
    await page.getByText('You are enrolled in “Algorithms You Can See”.').waitFor();
    await page.getByRole('link', { name: 'Start “Algorithms You Can See”' }).waitFor();
    // Once: who leaves and comes back is not enrolled again by that wish.
    await page.getByRole('button', { name: 'Leave the course “Algorithms You Can See”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave the course' }).click();
    await page.getByRole('button', { name: 'Enrol in this course' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Enrol in this course' }).waitFor();
  });
});
