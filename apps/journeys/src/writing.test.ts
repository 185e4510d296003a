import type { BrowserContext, Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { test } from './journey.ts';
import { editorOf } from './markdown-page.ts';
import { fillSignIn, returnAs, type SampleAccount } from './people.ts';
import { isGuarded } from './tab-guard.ts';
import { type WrittenCourse, writeCourse } from './written-course.ts';

interface Lesson {
  readonly course: WrittenCourse;
  readonly path: string;
  /** What the server has. */
  readonly stored: () => Promise<{ title: string; body: string }>;
}

/** A text of a course of its own. */
async function writeLesson({ isPublished = false } = {}): Promise<Lesson> {
  const course = await writeCourse({ Shores: ['Sand'] }, { isPublished });
  interface Read {
    readonly courseBySlug: {
      readonly modules: readonly {
        readonly contents: readonly { readonly id: string; readonly item: { title: string; body: string } }[];
      }[];
    };
  }
  const read = async () => {
    const document =
      'query ($slug: String!) { courseBySlug(slug: $slug) { modules { contents { id item { title ... on Text { body } } } } } }';
    const { courseBySlug } = await course.ask<Read>(document, { slug: course.slug });
    const [content] = courseBySlug.modules[0]?.contents ?? [];
    if (content === undefined) throw new Error('The lesson is not there.');
    return content;
  };
  const { id } = await read();
  return { course, path: `/teach/${course.slug}/contents/${id}`, stored: async () => (await read()).item };
}

const bodyOf = (page: Page): Locator => editorOf(page, 'Text');
const wordsOf = (page: Page): Promise<string> => bodyOf(page).innerText();
const titleOf = (page: Page): Locator => page.getByLabel('Title', { exact: true });
const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });

async function openLesson(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await bodyOf(page).waitFor();
}

/** Writes at the end of the text, as with a keyboard. */
async function writeOn(page: Page, words: string): Promise<void> {
  await bodyOf(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(words);
}

const copiesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.entries(localStorage).flatMap(([key, value]) => (key.startsWith('cursus.copy.') ? [String(value)] : [])));

/** Ends the session of this browser behind its back, as from another one. */
async function endSession(context: BrowserContext): Promise<void> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(`${inject('cursusUrl')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true', cookie },
    body: JSON.stringify({ query: 'mutation { signOut { userErrors { code } } }' }),
  });
  expect(await response.json()).toMatchObject({ data: { signOut: { userErrors: [] } } });
}

async function signInAgain(page: Page, account: SampleAccount): Promise<void> {
  await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
  await fillSignIn(page, account);
}

describe('who writes a lesson', () => {
  test('sees it saved as it is written; what is wrong stays behind, marked', async ({ page }) => {
    const lesson = await writeLesson();
    await returnAs(page, 'instructor');
    await openLesson(page, lesson.path);
    await writeOn(page, ' Waves carry it.');
    await told(page, /^Saved \d/);
    expect(await lesson.stored()).toEqual({ title: 'Sand', body: 'About Sand. Waves carry it.' });
    expect(await copiesOn(page)).toEqual([]);

    await titleOf(page).fill('');
    await told(page, 'Not saved: look at the marked fields.');
    expect(await titleOf(page).getAttribute('aria-invalid')).toBe('true');
    await titleOf(page).fill('Sand and waves');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('link', { name: 'Sand and waves' }).waitFor();
    expect((await lesson.stored()).title).toBe('Sand and waves');
  });

  test('finds after a crash what had not reached the server, looks at it, and restores or discards it', async ({ page }) => {
    const lesson = await writeLesson();
    const context = page.context();
    await returnAs(page, 'instructor');
    await openLesson(page, lesson.path);
    const crash = async (at: Page, words: string): Promise<Page> => {
      await context.setOffline(true);
      await writeOn(at, words);
      await expect.poll(async () => (await copiesOn(at)).join('')).toContain(words);
      await at.close();
      await context.setOffline(false);
      const next = await context.newPage();
      await next.goto(lesson.path);
      await next.getByRole('dialog', { name: /^You have unsaved changes: \d/ }).waitFor();
      return next;
    };

    const second = await crash(page, ' Lost?');
    const left = second.getByRole('region', { name: 'Text: On this device' });
    expect(await left.innerText()).toBe('About Sand. Lost?');
    await second.getByRole('button', { name: 'Restore' }).click();
    await told(second, /^Saved \d/);
    expect(await wordsOf(second)).toBe('About Sand. Lost?');
    expect((await lesson.stored()).body).toBe('About Sand. Lost?');

    const third = await crash(second, ' No.');
    await third.getByRole('button', { name: 'Discard' }).click();
    await third.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await wordsOf(third)).toBe('About Sand. Lost?');
    expect(await copiesOn(third)).toEqual([]);
  });

  test('meets a colleague in the same text: who, what differs, and which version stays', async ({ page, newPage }) => {
    const lesson = await writeLesson();
    const colleague = await newPage();
    await Promise.all([returnAs(page, 'instructor'), returnAs(colleague, 'admin')]);
    await Promise.all([openLesson(page, lesson.path), openLesson(colleague, lesson.path)]);

    await writeOn(colleague, ' Dunes move.');
    await told(colleague, /^Saved \d/);
    await writeOn(page, ' Cliffs fall.');
    const dialog = page.getByRole('dialog', { name: /changed this too$/ });
    await dialog.waitFor();
    expect(await dialog.getByRole('insertion').allInnerTexts()).toEqual(['Cliffs fall', 'Dunes move']);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Compare' }).click();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await told(page, /^Saved \d/);
    expect((await lesson.stored()).body).toBe('About Sand. Cliffs fall.');

    await writeOn(colleague, ' Slowly.');
    const theirs = colleague.getByRole('dialog', { name: /changed this too$/ });
    await theirs.getByRole('button', { name: 'Take the other' }).click();
    await theirs.waitFor({ state: 'hidden' });
    expect(await wordsOf(colleague)).toBe('About Sand. Cliffs fall.');

    await titleOf(colleague).fill('Dunes');
    await writeOn(colleague, ' And rise.');
    await told(colleague, /^Saved \d/);
    await titleOf(page).fill('Coast');
    const third = page.getByRole('dialog', { name: /changed this too$/ });
    await third.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(lesson.stored).toEqual({ title: 'Coast', body: 'About Sand. Cliffs fall. And rise.' });
    expect(await wordsOf(page)).toBe('About Sand. Cliffs fall. And rise.');
  });

  test('writes on while the connection is gone, and is asked before leaving or closing the tab', async ({ page }) => {
    const lesson = await writeLesson();
    await returnAs(page, 'instructor');
    await openLesson(page, lesson.path);
    await writeOn(page, ' Soon');
    await page.getByRole('link', { name: lesson.course.title }).click();
    await page.getByRole('link', { name: 'Sand' }).click();
    await bodyOf(page).waitFor();
    expect((await lesson.stored()).body).toBe('About Sand. Soon');

    await page.context().setOffline(true);
    await writeOn(page, ' offline');
    await told(page, 'Not saved: no connection.');
    expect(await isGuarded(page)).toBe(true);
    await page.getByRole('link', { name: lesson.course.title }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await wordsOf(page)).toBe('About Sand. Soon offline');

    await page.context().setOffline(false);
    await told(page, /^Saved \d/);
    expect((await lesson.stored()).body).toBe('About Sand. Soon offline');
    expect(await isGuarded(page)).toBe(false);
  });

  test('is told on signing out what would stay behind on the device', async ({ page }) => {
    const { course } = await writeLesson();
    await returnAs(page, 'instructor');
    await page.goto(`/teach/${course.slug}`);
    await page.getByRole('button', { name: 'Add a lesson to “Shores”' }).click();
    await page.getByRole('menuitem', { name: /^Text/ }).click();
    await titleOf(page).fill('Never made');
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click();
    await page
      .getByRole('dialog', { name: /^Delete what is not saved/ })
      .getByRole('button', { name: 'Delete and sign out' })
      .click();
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    expect(await copiesOn(page)).toEqual([]);
  });
});

describe('whose session ends', () => {
  test('signs in again where they write, and what they wrote is saved; another account is not shown it', async ({ page }) => {
    const lesson = await writeLesson();
    await returnAs(page, 'instructor');
    await openLesson(page, lesson.path);
    await endSession(page.context());
    await writeOn(page, ' Still here');
    await signInAgain(page, 'student');
    await page.getByRole('alert').filter({ hasText: 'This is another account' }).waitFor();
    await signInAgain(page, 'instructor');
    await told(page, /^Saved \d/);
    expect(await bodyOf(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type(', and more');
    await expect.poll(async () => (await lesson.stored()).body).toBe('About Sand. Still here, and more');

    await page.goto(`/teach/${lesson.course.slug}`);
    await page.getByRole('button', { name: 'Add a lesson to “Shores”' }).click();
    await page.getByRole('menuitem', { name: /^Text/ }).click();
    await titleOf(page).fill('Pebbles');
    await writeOn(page, 'Round ones.');
    await endSession(page.context());
    await page.getByRole('button', { name: 'Save' }).click();
    await signInAgain(page, 'instructor');
    await page.getByRole('link', { name: 'Pebbles' }).waitFor();
  });

  test('while they learn, signs in again and their tick is made', async ({ page }) => {
    const { course } = await writeLesson({ isPublished: true });
    await returnAs(page, 'student');
    await page.goto(`/courses/${course.slug}`);
    await page.getByRole('button', { name: 'Enrol in this course' }).click();
    await page.getByRole('link', { name: `Start “${course.title}”` }).click();
    await page.getByRole('button', { name: 'Mark as done' }).waitFor();
    await endSession(page.context());
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await signInAgain(page, 'student');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('button', { name: 'Done', pressed: true }).waitFor();
  });
});
