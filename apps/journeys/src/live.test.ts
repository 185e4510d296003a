import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { handleOf, titlesIn } from './outline-page.ts';
import { returnAs, type SampleAccount } from './people.ts';
import { nextSocketTells } from './told-by-socket.ts';
import { writeCourse, type WrittenCourse } from './written-course.ts';

/** The outline of a course before one who may edit it, and what the server tells them over their socket. */
async function openOutlineAs(page: Page, account: SampleAccount, { slug }: WrittenCourse) {
  await returnAs(page, account);
  const told = nextSocketTells(page);
  await page.goto(`/teach/${slug}`);
  await handleOf(page, 'Shores').waitFor();
  await told;
}

const addModule = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('Title of a new module').fill(title);
  await page.getByRole('button', { name: 'Add a module' }).click();
};

describe('two who work on one course', () => {
  test('see what the other changes without a reload, and nothing twice', async ({ newPage }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'], Currents: [] });
    const [mine, theirs] = [await newPage(), await newPage()];
    await openOutlineAs(mine, 'instructor', course);
    await openOutlineAs(theirs, 'admin', course);

    await mine.getByLabel('Title of a new module').fill('What I was about to write');
    await addModule(theirs, 'Tides');
    await handleOf(mine, 'Tides').waitFor();
    const together = ['Shores', 'Sand', 'Cliffs', 'Currents', 'Tides'];
    for (const page of [mine, theirs]) await expect.poll(() => titlesIn(page)).toEqual(together);
    expect(await mine.getByLabel('Title of a new module').inputValue()).toBe('What I was about to write');

    await addModule(mine, 'Waves');
    await handleOf(theirs, 'Waves').waitFor();
    for (const page of [mine, theirs]) await expect.poll(() => titlesIn(page)).toEqual([...together, 'Waves']);
  });

  test('see what a program moves, renames and deletes', async ({ newPage }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'], Currents: [] });
    const page = await newPage();
    await openOutlineAs(page, 'instructor', course);
    const { courseBySlug } = await course.ask<{ courseBySlug: { modules: { id: string; contents: { id: string }[] }[] } }>(
      'query Outline($slug: String!) { courseBySlug(slug: $slug) { modules { id contents { id } } } }',
      { slug: course.slug },
    );
    const [shores, currents] = courseBySlug.modules;

    await course.ask('mutation Move($input: MoveModuleInput!) { moveModule(input: $input) { userErrors { code } } }', {
      input: { id: currents?.id, afterId: null },
    });
    await expect.poll(() => titlesIn(page)).toEqual(['Currents', 'Shores', 'Sand', 'Cliffs']);
    await course.ask('mutation Rename($input: UpdateTextInput!) { updateText(input: $input) { userErrors { code } } }', {
      input: { contentId: shores?.contents[1]?.id, title: 'Rocks' },
    });
    await expect.poll(() => titlesIn(page)).toEqual(['Currents', 'Shores', 'Sand', 'Rocks']);
    await course.ask('mutation Delete($input: DeleteContentInput!) { deleteContent(input: $input) { userErrors { code } } }', {
      input: { id: shores?.contents[0]?.id },
    });
    await expect.poll(() => titlesIn(page)).toEqual(['Currents', 'Shores', 'Rocks']);
    await course.ask('mutation Rename($input: UpdateCourseInput!) { updateCourse(input: $input) { userErrors { code } } }', {
      input: { id: course.id, title: 'Coasts' },
    });
    await page.getByRole('heading', { level: 1, name: 'Coasts' }).waitFor();
  });
});
