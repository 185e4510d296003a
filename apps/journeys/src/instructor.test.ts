import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { root } from '../../../scripts/checkout.mjs';
import { askApi, signIn } from './graphql-request.ts';
import { test } from './journey.ts';
import { choosePane, writeSource } from './markdown-page.ts';
import { dragByMouse, handleOf, nextMove, titlesIn } from './outline-page.ts';
import { fillSignUp, returnAs, signInAs } from './people.ts';
import { writeCourse } from './written-course.ts';

/** Real files to upload. */
const media = (name: string): string => join(root, 'apps', 'server', 'sample', 'courses', 'algorithms-you-can-see', name);

async function titleOfPage(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

async function addModule(page: Page, title: string): Promise<void> {
  await page.getByLabel('Title of a new module').fill(title);
  await page.getByRole('button', { name: 'Add a module' }).click();
  await handleOf(page, title).waitFor();
}

/** Opens the form of a kind of content, fills it, saves it, and is back in the outline. */
async function addContent(
  page: Page,
  kind: 'Text' | 'Image' | 'File' | 'Video',
  module: string,
  fill: () => Promise<string>,
): Promise<void> {
  await page.getByRole('button', { name: `Add a lesson to “${module}”` }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click();
  await titleOfPage(page, `New ${kind.toLowerCase()}`);
  const title = await fill();
  await page.getByRole('button', { name: 'Save' }).click();
  await handleOf(page, title).waitFor();
}

/** Chooses a file in an upload field, and waits until the server has it. */
async function upload(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${field}`) }).setInputFiles(media(name));
  await page.getByRole('link', { name }).waitFor();
}

/** A new course, still empty, before its instructor. */
async function createCourse(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Teaching' }).click();
  await page.getByRole('link', { name: 'New course' }).click();
  await titleOfPage(page, 'New course');
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByRole('combobox', { name: 'Subject' }).click();
  await page.getByRole('option', { name: 'Histoire' }).click();
  await writeSource(page, 'Overview', 'What the **Moon** does to the sea.');
  await page.getByRole('button', { name: 'Create the course' }).click();
  await titleOfPage(page, title);
}

/** Chooses an entry of the menu about the whole course. */
async function choose(page: Page, title: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `More about “${title}”` }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Somebody who enrols by the API. */
async function enrolStudent(courseId: string): Promise<void> {
  const url = inject('cursusUrl');
  const document = 'mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id } } }';
  await askApi(url, document, { input: { courseId } }, await signIn(url, 'student'));
}

describe('an instructor', () => {
  test('writes a course with all four kinds of content, arranges it, publishes it, and a student reads it', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 1280, height: 1100 } });
    await signInAs(page, 'instructor');
    const title = `The sea and the Moon ${Date.now()}`;
    await createCourse(page, title);
    await addModule(page, 'Watching');
    await addModule(page, 'Understanding');

    await addContent(page, 'Image', 'Watching', async () => {
      await upload(page, 'Image', 'growth.png');
      await page.getByLabel('Alternative text').fill('A curve that rises and falls twice a day.');
      await page.getByLabel('Title', { exact: true }).fill('Twice a day');
      return 'Twice a day';
    });
    await addContent(page, 'Video', 'Watching', async () => {
      await page.getByText('A file of mine').click();
      await upload(page, 'Video file', 'sorting-race.webm');
      await page.getByRole('link', { name: 'poster.jpg' }).waitFor();
      await page.getByRole('button', { name: 'Add captions' }).click();
      await upload(page, 'Captions: English', 'sorting-race.en.vtt');
      await page.getByLabel('Title', { exact: true }).fill('A day in ten seconds');
      return 'A day in ten seconds';
    });
    await addContent(page, 'Text', 'Understanding', async () => {
      await page.getByLabel('Title', { exact: true }).fill('Why twice');
      await writeSource(page, 'Text', '## Two bulges\n\nThe force falls as $1/r^3$.');
      await choosePane(page, 'Text', 'Preview');
      await page.getByRole('region', { name: 'Text: preview' }).getByRole('heading', { name: 'Two bulges' }).waitFor();
      return 'Why twice';
    });
    await addContent(page, 'File', 'Understanding', async () => {
      await upload(page, 'File', 'algorithms-summary.pdf');
      expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('algorithms summary');
      return 'algorithms summary';
    });

    const toTop = { title: 'Understanding', to: { edge: 'top', title: 'Watching' }, place: 'Module 1 of 2' } as const;
    await Promise.all([nextMove(page), dragByMouse(page, toTop)]);
    const inOrder = ['Understanding', 'Why twice', 'algorithms summary', 'Watching', 'Twice a day', 'A day in ten seconds'];
    await page.reload();
    await handleOf(page, 'Why twice').waitFor();
    expect(await titlesIn(page)).toEqual(inOrder);

    await page.getByRole('link', { name: 'Preview' }).click();
    await titleOfPage(page, 'Why twice');
    await page.getByRole('region', { name: 'Preview as a student' }).getByRole('link', { name: 'Leave the preview' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    // It has no picture yet, which stops nobody.
    await page.getByText('The course has no picture').waitFor();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('In the catalogue since').waitFor();

    const student = await newPage();
    await student.goto(`/sign-up?next=${new URL(page.url()).pathname.replace('/teach/', '/courses/').replace('/checklist', '')}`);
    await fillSignUp(student);
    await student.getByRole('button', { name: 'Enrol in this course' }).click();
    await student.getByRole('link', { name: `Start “${title}”` }).click();
    await titleOfPage(student, 'Why twice');
    await student.getByRole('article').getByRole('math').waitFor();
    await student.getByRole('link', { name: 'Next: algorithms summary' }).click();
    await student.getByRole('link', { name: 'Download algorithms-summary.pdf' }).waitFor();
    await student.getByRole('link', { name: 'Next: Twice a day' }).click();
    const image = student.getByRole('img', { name: 'A curve that rises and falls twice a day.' });
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    await student.getByRole('link', { name: 'Next: A day in ten seconds' }).click();
    const film = student.getByLabel('A day in ten seconds', { exact: true });
    await expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.duration)).toBeGreaterThan(1);
    expect((await student.request.get((await film.getAttribute('poster')) ?? '')).headers()['content-type']).toBe('image/jpeg');
  });

  test('is told what a form still needs, and loses nothing of what is written', async ({ page }) => {
    const { slug } = await writeCourse({ Shores: [] });
    await returnAs(page, 'instructor');
    await page.goto(`/teach/${slug}`);
    await page.getByRole('button', { name: 'Add a lesson to “Shores”' }).click();
    await page.getByRole('menuitem', { name: /^Image/ }).click();
    await titleOfPage(page, 'New image');
    await page.getByLabel('Title', { exact: true }).fill('Low water');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Choose a file, and wait until it has arrived.').waitFor();
    await page.getByText('Say what the image shows.').waitFor();
    await upload(page, 'Image', 'growth.png');
    await page.getByLabel('Alternative text').fill('A beach at low water.');
    await page.getByRole('button', { name: 'Save' }).click();
    await handleOf(page, 'Low water').waitFor();
  });

  test('archives a course: it leaves the catalogue, and its students still read it', async ({ page, newPage }) => {
    const course = await writeCourse({ Shores: ['Sand'] }, { isPublished: true });
    await enrolStudent(course.id);
    await returnAs(page, 'instructor');
    await page.goto(`/teach/${course.slug}`);
    await choose(page, course.title, 'Archive');
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await page.getByText('Out of the catalogue.').waitFor();

    const student = await newPage();
    await signInAs(student, 'student');
    await student.getByRole('link', { name: `Start “${course.title}”` }).click();
    await titleOfPage(student, 'Sand');
    await student.goto('/');
    await student.getByRole('article').first().waitFor();
    expect(await student.getByRole('link', { name: course.title }).count()).toBe(0);
  });

  test('takes a course back to draft, and its students are told', async ({ page, newPage }) => {
    const course = await writeCourse({ Shores: ['Sand'] }, { isPublished: true });
    await enrolStudent(course.id);
    await returnAs(page, 'instructor');
    await page.goto(`/teach/${course.slug}`);
    await choose(page, course.title, 'Back to draft');
    await page.getByRole('dialog').getByRole('button', { name: 'Back to draft' }).click();
    await page.getByText('Only you see this course.').waitFor();

    const student = await newPage();
    await returnAs(student, 'student');
    await student.goto(`/courses/${course.slug}`);
    await student.getByText('Not available at present').waitFor();
  });

  test('deletes a course only after reading what is lost with it', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'], Currents: ['Gulf Stream'] }, { isPublished: true });
    await enrolStudent(course.id);
    await returnAs(page, 'instructor');
    await page.goto(`/teach/${course.slug}`);
    await choose(page, course.title, 'Delete');
    const dialog = page.getByRole('dialog', { name: `Delete “${course.title}”?` });
    const losses = ['2 modules', '3 lessons', 'the enrolment and progress of 1 student'];
    await expect.poll(() => dialog.getByRole('listitem').allInnerTexts()).toEqual(losses);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await choose(page, course.title, 'Delete');
    await dialog.getByRole('button', { name: 'Delete the course' }).click();
    await titleOfPage(page, 'Courses I teach');
    await page.goto(`/courses/${course.slug}`);
    await titleOfPage(page, 'Nothing at this address');
  });
});
