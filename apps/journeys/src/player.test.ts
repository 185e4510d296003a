import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { askApi } from './graphql-request.ts';
import { test } from './journey.ts';
import { richCourse } from './page-list.ts';
import { fillSignUp } from './people.ts';
import { nextSocketTells } from './told-by-socket.ts';
import { writeCourse, type WrittenCourse } from './written-course.ts';

const titleOfPage = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Somebody new, enrolled in this course, at its first lesson. */
async function beginCourse(page: Page, { slug, title }: { slug: string; title: string }) {
  await page.goto(`/courses/${slug}`);
  await page.getByRole('link', { name: 'Sign up to enrol' }).click();
  const person = await fillSignUp(page);
  await page.getByRole('link', { name: `Start “${title}”` }).click();
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
  return person;
}

const outlineOf = (page: Page, { title }: { title: string }) => page.getByRole('complementary', { name: title });

interface Contents {
  readonly courseBySlug: { readonly modules: { readonly id: string; readonly contents: { readonly id: string }[] }[] };
}

const contentsOf = ({ ask, slug }: WrittenCourse) =>
  ask<Contents>('query Contents($slug: String!) { courseBySlug(slug: $slug) { modules { id contents { id } } } }', { slug });

/** How many completions the server has of this person in this course. */
async function doneOnServer({ username, password }: { username: string; password: string }, slug: string): Promise<number | undefined> {
  const url = inject('cursusUrl');
  const { signIn } = await askApi<{ signIn: { credentials: { accessToken: string } } }>(
    url,
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { credentials { accessToken } } }',
    { input: { login: username, password } },
  );
  const { courseBySlug } = await askApi<{ courseBySlug: { viewerEnrolment: { progress: { completed: number } } | null } }>(
    url,
    'query Done($slug: String!) { courseBySlug(slug: $slug) { viewerEnrolment { progress { completed } } } }',
    { slug },
    signIn.credentials.accessToken,
  );
  return courseBySlug.viewerEnrolment?.progress.completed;
}

describe('a student in the player', () => {
  test('goes by the keyboard, sees the help, and switches the keys off', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'], Currents: ['Gulf'] }, { isPublished: true });
    await beginCourse(page, course);
    await titleOfPage(page, 'Sand');
    await page.keyboard.press('n');
    await titleOfPage(page, 'Cliffs');
    await page.keyboard.press('n');
    await titleOfPage(page, 'Gulf');
    await page.keyboard.press('p');
    await titleOfPage(page, 'Cliffs');

    await page.keyboard.press('m');
    await outlineOf(page, course).waitFor({ state: 'hidden' });
    await page.keyboard.press('m');
    await outlineOf(page, course).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('page');

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('The next lesson').waitFor();
    await page.getByRole('switch', { name: 'Shortcuts are on' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('n');
    await page.reload();
    await titleOfPage(page, 'Cliffs');
  });

  test('has a text ticked by reading it, takes that back, and is told what is left', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'], Currents: ['Gulf'] }, { isPublished: true });
    await beginCourse(page, course);
    await page.getByText('Ticked off by itself once you have read to the end.').waitFor();
    await page.getByRole('button', { name: 'Done', pressed: true }).waitFor();
    await outlineOf(page, course).getByText('1 of 3 done').waitFor();

    await outlineOf(page, course)
      .getByRole('button', { name: `2 left in “${course.title}”` })
      .click();
    const left = page.getByRole('dialog', { name: `2 left in “${course.title}”` });
    await left.getByRole('link', { name: 'Cliffs' }).waitFor();
    expect(await left.getByRole('link').allInnerTexts()).toEqual(['Cliffs', 'Gulf']);
    await left.getByRole('link', { name: 'Gulf' }).click();
    await titleOfPage(page, 'Gulf');

    await page.keyboard.press('p');
    await titleOfPage(page, 'Cliffs');
    await page.keyboard.press('p');
    await titleOfPage(page, 'Sand');
    await page.getByRole('button', { name: 'Done', pressed: true }).click();
    await page.getByRole('button', { name: 'Mark as done' }).waitFor();
    await outlineOf(page, course)
      .getByText(/^[01] of 3 done$/)
      .waitFor();
  });

  test('sees at once what is added, taken away and done in another window', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'] }, { isPublished: true, isLong: true });
    const told = nextSocketTells(page);
    await beginCourse(page, course);
    await told;
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Mark as done' }).click();
    await outlineOf(page, course).getByText('1 of 2 done').waitFor();

    const { courseBySlug } = await contentsOf(course);
    const [module] = courseBySlug.modules;
    const { createText } = await course.ask<{ createText: { content: { id: string } } }>(
      'mutation Add($input: CreateTextInput!) { createText(input: $input) { content { id } } }',
      {
        input: { moduleId: module?.id, title: 'Dunes', body: 'Of sand.' },
      },
    );
    await course.ask('mutation Publish($input: PublishContentInput!) { publishContent(input: $input) { userErrors { code } } }', {
      input: { id: createText.content.id },
    });
    await outlineOf(page, course).getByText('1 of 3 done').waitFor();
    await outlineOf(page, course).getByRole('link', { name: 'Dunes' }).waitFor();
    await course.ask('mutation Delete($input: DeleteContentInput!) { deleteContent(input: $input) { deletedContentId } }', {
      input: { id: module?.contents[0]?.id },
    });
    await titleOfPage(page, 'This lesson is no longer here');
    await page.getByRole('link', { name: 'Go on in the course' }).click();
    await titleOfPage(page, 'Cliffs');
    await outlineOf(page, course).getByText('0 of 2 done').waitFor();
  });

  test('keeps a tick that is made without a connection, over a reload, and sends it once', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'] }, { isPublished: true });
    const person = await beginCourse(page, course);
    await titleOfPage(page, 'Sand');
    const isApi = (url: URL): boolean => url.pathname === '/graphql';
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && (request.postData() ?? '').includes('contentId') && request.url().includes('documentId'))
        sent.push(request.url());
    });
    await page.route(isApi, (route) => route.abort());
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByRole('button', { name: 'Done', pressed: true }).waitFor();
    await page.getByRole('status').filter({ hasText: 'Will be sent when you are online' }).waitFor();
    await outlineOf(page, course).getByText('0 of 2 done').waitFor();
    expect(await doneOnServer(person, course.slug)).toBe(0);

    // A visit in between by somebody else on the same browser sends nothing in their name.
    await page.unroute(isApi);
    await page.evaluate(() => localStorage.setItem('cursus.ticks.somebody-else', '{"x":{"isDone":true,"isHeld":true}}'));
    await page.reload();
    await page.getByRole('button', { name: 'Done', pressed: true }).waitFor();
    await outlineOf(page, course).getByText('1 of 2 done').waitFor();
    await expect.poll(() => page.getByText('Will be sent when you are online').count()).toBe(0);
    expect(await doneOnServer(person, course.slug)).toBe(1);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cursus.ticks')))).toEqual([
      'cursus.ticks.somebody-else',
    ]);
  });

  test('is told why what comes next is locked, and what opens it', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand'], Currents: ['Gulf'] }, { isPublished: true });
    const { courseBySlug } = await contentsOf(course);
    const [shores, currents] = courseBySlug.modules;
    await course.ask('mutation Lock($input: LockModuleInput!) { lockModule(input: $input) { userErrors { code } } }', {
      input: { id: currents?.id, afterModuleId: shores?.id },
    });
    await beginCourse(page, course);
    await page.keyboard.press('n');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Next');
    await page.getByText('Shores').first().waitFor();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByRole('link', { name: 'Next: Gulf' }).click();
    await titleOfPage(page, 'Gulf');
  });

  test('goes on in a film where they left it, and has it ticked when it was played', async ({ page }) => {
    await beginCourse(page, { slug: richCourse, title: 'Algorithms You Can See' });
    await page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('link', { name: 'A race: insertion sort against merge sort' })
      .click();
    const film = page.getByLabel('A race: insertion sort against merge sort', { exact: true });
    const told = page.waitForResponse((response) => response.request().postData()?.includes('"seconds":') ?? false);
    await film.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      await element.play();
      element.currentTime = 6;
      await new Promise((resolve) => element.addEventListener('seeked', resolve, { once: true }));
      element.pause();
    });
    expect((await told).status()).toBe(200);

    await page.getByRole('link', { name: 'My courses', exact: true }).click();
    await page.getByText('You were at: A race: insertion sort against merge sort, 0:06').waitFor();
    await page.getByRole('link', { name: 'Continue “Algorithms You Can See”' }).click();
    await page.reload();
    await page.getByText('Resumed at 0:06').waitFor();
    const isPaused = () => expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.paused));
    await film.evaluate((element: HTMLVideoElement) => void (element.muted = true));
    for (const paused of [false, true]) {
      await page.keyboard.press('Space');
      await isPaused().toBe(paused);
    }
    await page.getByRole('button', { name: 'Mark as done' }).waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await film.evaluate((element: HTMLVideoElement) => {
      element.muted = true;
      element.playbackRate = 8;
      return element.play();
    });
    await page.getByRole('button', { name: 'Done', pressed: true }).waitFor();
  });

  test('prints a module without what is for the screen', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'] }, { isPublished: true });
    await beginCourse(page, course);
    await page.getByRole('link', { name: 'Print this module' }).click();
    await titleOfPage(page, 'Shores');
    await page.getByText('About Cliffs.').waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['About Sand.', 'About Cliffs.']) expect(await page.getByText(shown).isVisible()).toBe(true);
    for (const hidden of [page.getByRole('banner'), page.getByRole('contentinfo'), page.getByRole('button', { name: 'Print' })]) {
      expect(await hidden.isVisible()).toBe(false);
    }
  });
});

describe('a student on a phone', () => {
  test('finds back and on in one row', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs', 'Dunes'] }, { isPublished: true });
    await page.goto(`/courses/${course.slug}`);
    await page.getByRole('link', { name: 'Sign up to enrol' }).tap();
    await fillSignUp(page);
    await page.getByRole('link', { name: `Start “${course.title}”` }).tap();
    await page.getByRole('link', { name: 'Next: Cliffs' }).tap();
    await titleOfPage(page, 'Cliffs');
    const [back, on] = await Promise.all(['Previous: Sand', 'Next: Dunes'].map((name) => page.getByRole('link', { name }).boundingBox()));
    expect(back?.y).toBe(on?.y);
    expect(back?.height).toBeGreaterThanOrEqual(40);
  });
});
