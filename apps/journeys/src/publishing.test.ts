import { randomUUID } from 'node:crypto';

import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { askApi, signIn } from './graphql-request.ts';
import { test } from './journey.ts';
import { fillSignIn, fillSignUp } from './people.ts';
import { writeCourse, type WrittenCourse } from './written-course.ts';

interface Outline {
  readonly courseBySlug: {
    readonly modules: readonly {
      readonly id: string;
      readonly title: string;
      readonly contents: readonly { readonly id: string; readonly item: { readonly title: string } }[];
    }[];
  };
}

const outlineDocument = `query ($slug: String!) { courseBySlug(slug: $slug) { modules { id title contents { id item { title } } } } }`;

/** The ids of modules and lessons, by title. */
async function idsIn({ slug, ask }: WrittenCourse): Promise<ReadonlyMap<string, string>> {
  const { courseBySlug } = await ask<Outline>(outlineDocument, { slug });
  return new Map(
    courseBySlug.modules.flatMap(({ id, title, contents }) => [
      [title, id] as const,
      ...contents.map((content) => [content.item.title, content.id] as const),
    ]),
  );
}

async function open(page: Page, path: string, account: 'instructor' | 'student' = 'instructor'): Promise<void> {
  await page.goto(`/sign-in?next=${path}`);
  await fillSignIn(page, account);
  await page.waitForURL(`**${path}`);
}

/** Somebody new, who follows the course and reads its first lesson. */
async function follow(page: Page, slug: string): Promise<void> {
  await page.goto(`/sign-up?next=/courses/${slug}`);
  await fillSignUp(page);
  const enrol = page.getByRole('button', { name: 'Enrol in this course' });
  const start = page.getByRole('link', { name: /^Start “/ });
  await enrol.or(start).first().waitFor();
  if (await enrol.isVisible()) await enrol.click();
  await start.click();
}

const titleOfPage = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

describe('an instructor who publishes', () => {
  test('is led to each thing to mend, and not let publish a course with nothing to read', async ({ page }) => {
    const course = await writeCourse({ Shores: [], Currents: ['Salt'] });
    const ids = await idsIn(course);
    await course.ask('mutation ($input: UpdateTextInput!) { updateText(input: $input) { userErrors { code } } }', {
      input: { contentId: ids.get('Salt'), body: 'See ![](/files/none) and [the end](/learn/nowhere).' },
    });
    await course.ask('mutation ($input: UnpublishContentInput!) { unpublishContent(input: $input) { userErrors { code } } }', {
      input: { id: ids.get('Salt') },
    });
    await open(page, `/teach/${course.slug}`);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Publish at least one lesson, and its module, before the course.').waitFor();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('There is nothing to read in it yet: publish a lesson, and its module, first.').waitFor();

    await page.getByRole('link', { name: 'To the content' }).click();
    await page.getByRole('button', { name: 'More about “Salt”' }).click();
    await page.getByRole('menuitem', { name: 'Publish' }).click();
    await page.getByText('“Salt” is published: students of the course see it.').waitFor();
    await page.getByRole('link', { name: 'Checklist' }).click();
    for (const problem of ['The course has no picture', 'The overview is empty', 'A module without a published lesson']) {
      await page.getByRole('link', { name: problem }).waitFor();
    }
    await page.getByRole('link', { name: /A picture without alternative text.*Salt/ }).click();
    await titleOfPage(page, 'Salt');
    await page.goBack();
    await page.getByRole('link', { name: /A link that leads nowhere for students.*\/learn\/nowhere/ }).waitFor();
    await page.getByRole('button', { name: 'Publish now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('In the catalogue since').waitFor();
  });

  test('keeps drafts from students, in the browser and through the API, and shows them at a click', async ({ page, newPage }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'] }, { isPublished: true });
    const ids = await idsIn(course);
    const student = await newPage();
    await follow(student, course.slug);
    await titleOfPage(student, 'Sand');

    await open(page, `/teach/${course.slug}`);
    await page.getByRole('button', { name: 'More about “Cliffs”' }).click();
    await page.getByRole('menuitem', { name: 'Back to draft' }).click();
    await page.getByText('“Cliffs” is a draft: students no longer see it.').waitFor();
    await student.reload();
    await titleOfPage(student, 'Sand');
    expect(await student.getByText('Cliffs').count()).toBe(0);
    const url = inject('cursusUrl');
    const asStudent = await signIn(url, 'student');
    await askApi(
      url,
      'mutation ($input: EnrolInput!) { enrol(input: $input) { userErrors { code } } }',
      { input: { courseId: course.id } },
      asStudent,
    );
    const { nodes } = await askApi<{ nodes: (object | null)[] }>(
      url,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: [ids.get('Sand'), ids.get('Cliffs')] },
      asStudent,
    );
    expect(nodes).toEqual([{ id: ids.get('Sand') }, null]);

    await page.getByRole('button', { name: 'More about “Cliffs”' }).click();
    await page.getByRole('menuitem', { name: 'Publish' }).click();
    await page.getByText('“Cliffs” is published: students of the course see it.').waitFor();
    await student.reload();
    await student.getByRole('link', { name: 'Next: Cliffs' }).click();
    await titleOfPage(student, 'Cliffs');
  });

  test('locks a module after another, and a lesson until a moment: students are told why, and both open by themselves', async ({
    page,
    newPage,
  }) => {
    const course = await writeCourse({ Shores: ['Sand'], Currents: ['Salt', 'Foam'] }, { isPublished: true });
    const ids = await idsIn(course);
    await open(page, `/teach/${course.slug}`);
    await page.getByRole('button', { name: 'More about module “Currents”' }).click();
    await page.getByRole('menuitem', { name: 'When it opens…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Once they have done the module' }).click();
    await page.getByRole('option', { name: 'Shores' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('After “Shores”').waitFor();

    const student = await newPage();
    await follow(student, course.slug);
    await titleOfPage(student, 'Sand');
    await student.getByText('“Salt” comes next. Opens once you have done “Shores”.').waitFor();
    expect(await student.getByRole('button', { name: 'Next' }).getAttribute('aria-disabled')).toBe('true');
    await student.getByRole('link', { name: 'Locked Foam' }).click();
    await student.getByRole('heading', { name: 'This lesson opens later' }).waitFor();
    await student.getByRole('link', { name: 'To “Shores”' }).click();
    await titleOfPage(student, 'Sand');

    // Soon enough to wait for: set by the API, told to the page when the first lock opens.
    const soon = new Date(Date.now() + 12_000).toISOString();
    await course.ask('mutation ($input: LockContentInput!) { lockContent(input: $input) { userErrors { code } } }', {
      input: { id: ids.get('Foam'), availableFrom: soon },
    });
    await student.getByRole('button', { name: 'Mark as done' }).click();
    await student.getByRole('link', { name: 'Next: Salt' }).click();
    await titleOfPage(student, 'Salt');
    await student.getByText(/“Foam” comes next\. Opens on .* (?:GMT|UTC)/).waitFor();
    await student.getByRole('link', { name: 'Next: Foam' }).click();
    await student.getByText('About Foam.').waitFor();
  });

  test('sees the course with no more than a student’s rights, for as long as they want', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'], Currents: ['Salt'] });
    const ids = await idsIn(course);
    await course.ask('mutation ($input: UnpublishContentInput!) { unpublishContent(input: $input) { userErrors { code } } }', {
      input: { id: ids.get('Cliffs') },
    });
    await course.ask('mutation ($input: LockModuleInput!) { lockModule(input: $input) { userErrors { code } } }', {
      input: { id: ids.get('Currents'), afterModuleId: ids.get('Shores') },
    });
    await open(page, `/teach/${course.slug}`);
    await page.getByRole('link', { name: 'Preview' }).click();
    const bar = page.getByRole('region', { name: 'Preview as a student' });
    await bar.waitFor();
    await titleOfPage(page, 'Sand');
    expect(await page.getByRole('link', { name: /Cliffs/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Locked Salt' }).click();
    await page.getByText('Opens once you have done “Shores”.').first().waitFor();
    await page.reload();
    await bar.getByRole('link', { name: 'Leave the preview' }).click();
    await page.getByRole('link', { name: 'Cliffs' }).waitFor();
    expect(await bar.count()).toBe(0);
  });

  test('sees of each student how far they are and where they are stuck', async ({ page, newPage }) => {
    const course = await writeCourse({ Shores: ['Sand', 'Cliffs'] }, { isPublished: true });
    const student = await newPage();
    await follow(student, course.slug);
    await student.getByRole('button', { name: 'Mark as done' }).click();
    await student.getByRole('button', { name: 'Done' }).waitFor();
    await open(page, `/teach/${course.slug}/students`);
    const row = page.getByRole('listitem').filter({ hasText: 'Nadia Ferrand' });
    await row.getByText('1 of 2 done').waitFor();
    await row.getByText('Cliffs').waitFor();
    await page.getByLabel('Find a student').fill(randomUUID());
    await page.getByText('0 students').waitFor();
    await page.getByLabel('Find a student').fill('FERR');
    await row.waitFor();
    await page.getByRole('combobox', { name: 'Order' }).click();
    await page.getByRole('option', { name: 'By name' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?q=FERR&order=byName');
    await page.reload();
    await row.waitFor();
    expect(await page.getByLabel('Find a student').inputValue()).toBe('FERR');
  });
});
