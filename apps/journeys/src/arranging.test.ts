import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { choose, handleOf, hear, titlesIn } from './outline-page.ts';
import { accessFaults } from './page-faults.ts';
import { returnAs } from './people.ts';
import { withoutSecureOrigin } from './secure-origin.ts';
import { writeCourse, type WrittenCourse } from './written-course.ts';

const outline = { Shores: ['Sand', 'Cliffs'], Currents: ['Gulf Stream'] };
const asWritten = ['Shores', 'Sand', 'Cliffs', 'Currents', 'Gulf Stream'];

/** The outline of a new course, before its instructor. */
async function openOutline(page: Page): Promise<WrittenCourse> {
  const course = await writeCourse(outline);
  await withoutSecureOrigin(page);
  await returnAs(page, 'instructor');
  await page.goto(`/teach/${course.slug}`);
  await handleOf(page, 'Gulf Stream').waitFor();
  return course;
}

const seen = (page: Page) => expect.poll(() => titlesIn(page));

async function expectToHold(page: Page, titles: readonly string[]): Promise<void> {
  await seen(page).toEqual(titles);
  await page.reload();
  await handleOf(page, 'Gulf Stream').waitFor();
  expect(await titlesIn(page)).toEqual(titles);
}

const isFocused = (page: Page, title: string) =>
  expect.poll(() => handleOf(page, title).evaluate((element) => element === document.activeElement)).toBe(true);

describe('an instructor takes back', () => {
  test('two moves by Ctrl-Z, the latest first, and keeps the focus on what moved', async ({ page }) => {
    await openOutline(page);
    await handleOf(page, 'Currents').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await seen(page).toEqual(['Currents', 'Gulf Stream', 'Shores', 'Sand', 'Cliffs']);
    await handleOf(page, 'Cliffs').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await seen(page).toEqual(['Currents', 'Cliffs', 'Gulf Stream', 'Shores', 'Sand']);
    await page.keyboard.press('Control+z');
    await seen(page).toEqual(['Currents', 'Gulf Stream', 'Shores', 'Sand', 'Cliffs']);
    await isFocused(page, 'Cliffs');
    await page.keyboard.press('Control+z');
    await isFocused(page, 'Currents');
    await hear(page, '“Currents” is back in its place.');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });
    await expectToHold(page, asWritten);
  });

  test('the deletion of a lesson by the button of the toast, and finds it where it was', async ({ page }) => {
    await openOutline(page);
    await choose(page, 'Sand', 'Delete the lesson');
    await hear(page, '“Sand” is in the trash.');
    await seen(page).toEqual(['Shores', 'Cliffs', 'Currents', 'Gulf Stream']);
    await isFocused(page, 'Cliffs');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await isFocused(page, 'Sand');
    await expectToHold(page, asWritten);
  });

  test('a new title, but not while a title is being typed', async ({ page }) => {
    await openOutline(page);
    await handleOf(page, 'Sand').focus();
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: 'Title of “Sand”' });
    await field.fill('Dunes');
    await field.press('Enter');
    await seen(page).toEqual(['Shores', 'Dunes', 'Cliffs', 'Currents', 'Gulf Stream']);
    await isFocused(page, 'Dunes');
    await choose(page, 'Cliffs', 'Rename F2');
    const other = page.getByRole('textbox', { name: 'Title of “Cliffs”' });
    await expect.poll(() => other.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Rocks');
    // Going to another field saves, and stays there.
    await page.getByRole('textbox', { name: 'Title of a new module' }).click();
    await seen(page).toEqual(['Shores', 'Dunes', 'Rocks', 'Currents', 'Gulf Stream']);
    await page.keyboard.type('I');
    const add = page.getByRole('textbox', { name: 'Title of a new module' });
    expect(await add.inputValue()).toBe('I');
    await add.fill('Ice');
    await add.press('Control+z');
    expect(await titlesIn(page)).toContain('Dunes');
    await handleOf(page, 'Rocks').focus();
    await page.keyboard.press('Control+z');
    await seen(page).toEqual(['Shores', 'Dunes', 'Cliffs', 'Currents', 'Gulf Stream']);
    await handleOf(page, 'Dunes').focus();
    await page.keyboard.press('Control+z');
    await expectToHold(page, asWritten);
  });

  test('a module’s new title, by the toast that tells it once its dialog is closed', async ({ page }) => {
    await openOutline(page);
    await choose(page, 'Shores', 'Title and description');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Coasts');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await hear(page, '“Coasts” is renamed.');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await hear(page, '“Shores” has its title back.');
    await isFocused(page, 'Shores');
    await expectToHold(page, asWritten);
  });

  test('nothing that a colleague has made impossible, and is told so', async ({ page }) => {
    const course = await openOutline(page);
    await choose(page, 'Cliffs', 'Delete the lesson');
    await hear(page, '“Cliffs” is in the trash.');
    const { courseBySlug } = await course.ask<{ courseBySlug: { modules: { id: string; title: string }[] } }>(
      'query Outline($slug: String!) { courseBySlug(slug: $slug) { modules { id title } } }',
      {
        slug: course.slug,
      },
    );
    await course.ask('mutation Delete($id: ID!) { deleteModule(input: { id: $id }) { deletedModuleId } }', {
      id: courseBySlug.modules[0]?.id,
    });
    await seen(page).toEqual(['Currents', 'Gulf Stream']);
    await handleOf(page, 'Currents').focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('alert').filter({ hasText: 'The change of “Cliffs” could not be undone' }).waitFor();
  });
});

test('an instructor duplicates a lesson and a module', async ({ page }) => {
  await openOutline(page);
  await choose(page, 'Sand', 'Duplicate');
  await hear(page, '“Sand (copy)” is added as a draft.');
  await isFocused(page, 'Sand (copy)');
  await choose(page, 'Currents', 'Duplicate');
  await handleOf(page, 'Currents (copy)').waitFor();
  const copied = ['Shores', 'Sand', 'Sand (copy)', 'Cliffs', 'Currents', 'Gulf Stream', 'Currents (copy)', 'Gulf Stream'];
  await seen(page).toEqual(copied);
  await isFocused(page, 'Currents (copy)');
  await page.keyboard.press('Control+z');
  await seen(page).toEqual(copied.slice(0, 6));
});

describe('what was deleted waits in the trash', () => {
  test('a module and a lesson of it, each restored by its instructor', async ({ page }) => {
    await openOutline(page);
    await choose(page, 'Sand', 'Delete the lesson');
    await hear(page, '“Sand” is in the trash.');
    await choose(page, 'Shores', 'Delete the module');
    await page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Cliffs' }).waitFor();
    await page.getByRole('button', { name: 'Delete the module' }).click();
    await seen(page).toEqual(['Currents', 'Gulf Stream']);

    await page.getByRole('link', { name: 'Trash' }).click();
    const modules = page.getByRole('region', { name: 'Modules' });
    await modules.getByText('30 days left').waitFor();
    await modules.getByText(/by Hélène Marchetti/).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Restore “Sand”' }).click();
    await page.getByRole('menuitem', { name: 'Currents' }).click();
    await hear(page, '“Sand” is back.');
    await page.getByRole('button', { name: 'Restore “Shores”' }).click();
    await page.getByRole('heading', { name: 'The trash is empty' }).waitFor();
    await page.getByRole('link', { name: 'Content', exact: true }).click();
    await handleOf(page, 'Gulf Stream').waitFor();
    await expectToHold(page, ['Shores', 'Cliffs', 'Currents', 'Gulf Stream', 'Sand']);
  });

  test('a course, restored from the list of one’s courses', async ({ page }) => {
    const course = await openOutline(page);
    await page.getByRole('button', { name: `More about “${course.title}”` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete the course' }).click();
    await hear(page, `“${course.title}” is deleted.`);
    const trash = page.getByRole('region', { name: 'Deleted courses' });
    await trash.getByRole('button', { name: `Restore “${course.title}”` }).click();
    await page.getByRole('link', { name: course.title, exact: true }).click();
    await handleOf(page, 'Gulf Stream').waitFor();
  });
});

describe('all modules on one form', () => {
  const field = (page: Page, number: number) => page.getByRole('textbox', { name: `Title of module ${number}` });

  test('are renamed, described, added and deleted by one save; a wrong one is told beside its field and nothing is saved', async ({
    page,
  }) => {
    const course = await openOutline(page);
    await page.getByRole('link', { name: 'Edit all modules' }).click();
    await field(page, 1).fill('Coasts');
    await page.getByRole('textbox', { name: 'Description of module 1' }).fill('Where land ends');
    await page.getByRole('button', { name: 'Delete module 2' }).click();
    await page.getByRole('button', { name: 'Keep “Currents”' }).click();
    await page.getByRole('button', { name: 'Delete module 2' }).click();
    await page.getByRole('button', { name: 'Add another module' }).click();
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Fill this in.').waitFor();
    await expect.poll(() => field(page, 3).evaluate((element) => element === document.activeElement)).toBe(true);
    await field(page, 3).fill('Ice');
    await hear(page, '1 changed · 1 new · 1 to delete');
    await field(page, 3).press('Enter');
    await handleOf(page, 'Ice').waitFor();
    expect(await titlesIn(page)).toEqual(['Coasts', 'Sand', 'Cliffs', 'Ice']);
    expect(page.url()).toMatch(new RegExp(`/teach/${course.slug}$`));
  });

  test('do not overwrite what a colleague has written meanwhile, and are not left by accident', async ({ page }) => {
    const course = await openOutline(page);
    await page.getByRole('link', { name: 'Edit all modules' }).click();
    await field(page, 2).fill('Mine');
    const { courseBySlug } = await course.ask<{ courseBySlug: { modules: { id: string }[] } }>(
      'query Outline($slug: String!) { courseBySlug(slug: $slug) { modules { id } } }',
      {
        slug: course.slug,
      },
    );
    await course.ask('mutation Rename($id: ID!) { updateModule(input: { id: $id, title: "Theirs" }) { module { id } } }', {
      id: courseBySlug.modules[1]?.id,
    });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('A colleague has meanwhile written: “Theirs”.').waitFor();
    await page.getByRole('link', { name: 'Content', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await handleOf(page, 'Mine').waitFor();
  });
});
