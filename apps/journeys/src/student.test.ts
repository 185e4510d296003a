import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { root } from '../../../scripts/checkout.mjs';
import { test } from './journey.ts';
import { fillSignIn, fillSignUp, returnAs } from './people.ts';

const course = { title: 'Algorithms You Can See', slug: 'algorithms-you-can-see' };

async function titleOfPage(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Somebody new, enrolled, on the course's page. */
async function signUpAndEnrol(page: Page): Promise<void> {
  await page.goto(`/sign-up?next=/courses/${course.slug}`);
  await fillSignUp(page);
  await page.getByRole('button', { name: 'Enrol in this course' }).click();
  await page.getByRole('link', { name: `Start “${course.title}”` }).waitFor();
}

/** Chooses a lesson in the player's outline. */
async function openLesson(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: title }).click();
  await titleOfPage(page, title);
}

/** The player, as `student`, who is enrolled. */
async function openPlayer(page: Page): Promise<void> {
  await returnAs(page, 'student');
  await page.goto(`/learn/${course.slug}`);
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
}

describe('a new student', () => {
  test('enrols, ticks lessons as done, goes on later where they left off, and leaves', async ({ page }) => {
    await signUpAndEnrol(page);
    await page.getByRole('link', { name: `Start “${course.title}”` }).click();
    await titleOfPage(page, 'Instructions that leave no doubt');
    const outline = page.getByRole('complementary', { name: course.title });
    await outline.getByText('0 of 12 done').waitFor();

    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByRole('button', { name: 'Done', pressed: true }).waitFor();
    await outline.getByText('1 of 12 done').waitFor();
    await page.getByRole('link', { name: 'Next: Counting steps, not seconds' }).click();
    await titleOfPage(page, 'Counting steps, not seconds');
    await page.getByRole('link', { name: 'Previous: Instructions that leave no doubt' }).waitFor();

    const address = page.url();
    await page.reload();
    await titleOfPage(page, 'Counting steps, not seconds');
    expect(page.url()).toBe(address);
    await outline.getByText('1 of 12 done').waitFor();

    await page.getByRole('link', { name: 'My courses' }).click();
    const card = page.getByRole('article').filter({ hasText: course.title });
    await card.getByText('8%').waitFor();
    await card.getByRole('link', { name: `Continue “${course.title}”` }).click();
    await titleOfPage(page, 'Counting steps, not seconds');

    await page.getByRole('link', { name: 'My courses' }).click();
    await card.getByRole('button', { name: `Leave the course “${course.title}”` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave the course' }).click();
    await page.getByText('You are not following a course yet').waitFor();
  });

  test('takes a tick back', async ({ page }) => {
    await signUpAndEnrol(page);
    await page.getByRole('link', { name: `Start “${course.title}”` }).click();
    const outline = page.getByRole('complementary', { name: course.title });
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await outline.getByText('1 of 12 done').waitFor();
    await page.getByRole('button', { name: 'Done', pressed: true }).click();
    await page.getByRole('button', { name: 'Mark as done' }).waitFor();
    await outline.getByText('0 of 12 done').waitFor();
  });

  test('reads on a phone, where the contents open over the page', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    await signUpAndEnrol(page);
    await page.getByRole('link', { name: `Start “${course.title}”` }).tap();
    await page.getByRole('button', { name: 'Contents' }).tap();
    const drawer = page.getByRole('dialog', { name: course.title });
    await drawer.getByRole('link', { name: 'Four ways to grow' }).tap();
    await titleOfPage(page, 'Four ways to grow');
    await drawer.waitFor({ state: 'hidden' });
  });
});

describe('a student reads', () => {
  test('a text with code, formulas and tables', async ({ page }) => {
    await openPlayer(page);
    await openLesson(page, 'Instructions that leave no doubt');
    await page.getByRole('heading', { level: 2, name: 'Three promises' }).waitFor();
    await page.getByRole('article').getByRole('code').filter({ hasText: 'def largest(numbers):' }).waitFor();
    await openLesson(page, 'Counting steps, not seconds');
    await page.getByRole('article').getByRole('math').first().waitFor();
    await page.getByRole('columnheader', { name: 'Typical example' }).waitFor();
    expect(await page.getByRole('article').innerText()).not.toContain('$');
  });

  test('an image, with the words that stand for it', async ({ page }) => {
    await openPlayer(page);
    await openLesson(page, 'Four ways to grow');
    const image = page.getByRole('img', { name: 'Line chart of steps needed against the number of items' });
    await image.waitFor();
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    // No more pixels than the screen has, and a place that is kept before they arrive.
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.currentSrc)).toMatch(/\/files\/[0-9a-f-]{36}\/\d+$/);
    expect(Number(await image.getAttribute('width'))).toBeGreaterThan(0);
    await page.getByText('At 40 items the slowest method would need 1,600 steps').waitFor();
  });

  test('a file, which downloads under its name', async ({ page }) => {
    await openPlayer(page);
    await openLesson(page, 'Sorting and searching: the summary sheet');
    const link = page.getByRole('link', { name: 'Download algorithms-summary.pdf' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('algorithms-summary.pdf');
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a PDF, read in the page: drawn as one scrolls, with its words, larger by a key', async ({ page }) => {
    const twoPages = join(root, 'apps/server/sample/courses/a-tour-of-the-night-sky/observing-log.pdf');
    await openPlayer(page);
    await page.route('**/files/*', (route) => route.fulfill({ path: twoPages, contentType: 'application/pdf' }));
    await openLesson(page, 'Sorting and searching: the summary sheet');
    const pages = page.getByRole('region', { name: 'Pages of algorithms-summary.pdf' });
    const first = pages.getByRole('group', { name: 'Page 1' });
    await first.getByText('Observing log').first().waitFor();
    await page.getByText('1 of 2').waitFor();

    await pages.focus();
    await page.keyboard.press('+');
    await page.getByRole('button', { name: '125%' }).waitFor();
    await page.getByRole('button', { name: '125%' }).click();
    await pages.getByRole('group', { name: 'Page 2' }).scrollIntoViewIfNeeded();
    await pages.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
    await page.getByText('2 of 2').waitFor();
    await pages.getByRole('group', { name: 'Page 2' }).locator('canvas').waitFor();
  });

  test('a PDF that cannot be shown, which is offered to take home', async ({ page }) => {
    await openPlayer(page);
    await page.route('**/files/*', (route) => route.fulfill({ body: 'no PDF at all', contentType: 'application/pdf' }));
    await openLesson(page, 'Sorting and searching: the summary sheet');
    await page.getByText('This PDF cannot be shown here. Download it to read it.').waitFor();
    await page.getByRole('link', { name: 'Download algorithms-summary.pdf' }).waitFor();
  });

  test('a film of the school, which plays, seeks and has captions', async ({ page }) => {
    await openPlayer(page);
    await openLesson(page, 'A race: insertion sort against merge sort');
    const film = page.getByLabel('A race: insertion sort against merge sort');
    await film.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      return element.play();
    });
    await expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0.2);
    const reached = await film.evaluate(async (element: HTMLVideoElement) => {
      element.pause();
      const seeked = new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
      element.currentTime = element.duration - 1;
      await seeked;
      return element.duration - element.currentTime;
    });
    expect(reached).toBeCloseTo(1, 1);
    await expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.textTracks[0]?.cues?.length)).toBeGreaterThan(0);
    const [captions] = await film.evaluate((element: HTMLVideoElement) =>
      [...element.textTracks].map(({ kind, language, label, mode }) => ({ kind, language, label, mode })),
    );
    expect(captions).toEqual({ kind: 'captions', language: 'en', label: 'English', mode: 'showing' });

    const address = await film.evaluate((element: HTMLVideoElement) => element.currentSrc);
    const part = await page.request.get(address, { headers: { range: 'bytes=100-199' } });
    expect([part.status(), (await part.body()).length]).toEqual([206, 100]);
  });
});

describe('who is not a student of the course', () => {
  test('signed out, is refused its files, asked to sign in, and brought back to the lesson', async ({ page, newPage }) => {
    await openPlayer(page);
    await openLesson(page, 'Four ways to grow');
    const lesson = page.url();
    const image = page.getByRole('img', { name: 'Line chart of steps needed against the number of items' });
    const file = await image.evaluate((element: HTMLImageElement) => element.src);
    expect((await page.request.get(file)).status()).toBe(200);

    const stranger = await newPage();
    expect((await stranger.request.get(file)).status()).toBe(401);
    await stranger.goto(lesson);
    await titleOfPage(stranger, 'Sign in');
    await fillSignIn(stranger, 'student');
    await titleOfPage(stranger, 'Four ways to grow');
    expect(stranger.url()).toBe(lesson);

    await stranger.getByRole('button', { name: 'Account of Camille Laurent' }).click();
    await stranger.getByRole('menuitem', { name: 'Sign out' }).click();
    await titleOfPage(stranger, 'Courses to read, watch and keep');
    // The catalogue comes before the server has ended the session.
    await stranger.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
    expect((await stranger.request.get(file)).status()).toBe(401);
  });

  test('signed in but not enrolled, is shown the way to the course and refused its files', async ({ page, newPage }) => {
    await openPlayer(page);
    await openLesson(page, 'Four ways to grow');
    const image = page.getByRole('img', { name: 'Line chart of steps needed against the number of items' });
    const file = await image.evaluate((element: HTMLImageElement) => element.src);

    const other = await newPage();
    await other.goto(`/sign-up?next=${encodeURIComponent(new URL(page.url()).pathname)}`);
    await fillSignUp(other);
    await other.getByText('This course is for its students').waitFor();
    expect((await other.request.get(file)).status()).toBe(404);
    await other.getByRole('link', { name: 'To the course’s page' }).click();
    await other.getByRole('button', { name: 'Enrol in this course' }).click();
    await other.getByRole('link', { name: `Start “${course.title}”` }).waitFor();
    expect((await other.request.get(file)).status()).toBe(200);
  });
});
