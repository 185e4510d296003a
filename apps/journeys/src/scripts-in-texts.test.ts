import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { type AttackedCourse, writeAttackedCourse } from './attacked-course.ts';
import { signUpAttackingPerson } from './attacking-person.ts';
import { closedHtml } from './attacks.ts';
import { test as journey } from './journey.ts';
import { editorOf } from './markdown-page.ts';
import { fillSignIn, returnAs } from './people.ts';

// What the Content-Security-Policy reports is a complaint of the page, for which every journey fails.
const test = journey.extend('attacked', { scope: 'file' }, async (): Promise<AttackedCourse> => writeAttackedCourse());

/** Notes what a script could do: speak, ask another site, open or leave a page. */
function watch(page: Page): string[] {
  const deeds: string[] = [];
  page.on('dialog', (dialog) => {
    deeds.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => deeds.push(`a window: ${popup.url()}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== inject('cursusUrl')) deeds.push(`a request: ${request.url()}`);
  });
  return deeds;
}

/** Wakes what waits for a pointer or the focus, and lists what could run a script or lead to one. */
function dangersOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('body *')];
    for (const element of elements)
      for (const type of ['mouseover', 'pointerenter', 'focusin']) element.dispatchEvent(new Event(type, { bubbles: true }));
    const places = new Set(['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster', 'background']);
    const harmless = /^(?:https?:|mailto:|blob:|data:image\/)/;
    const isDangerous = ({ name, value }: Attr): boolean =>
      name.startsWith('on') || name === 'srcdoc' || (places.has(name) && !harmless.test(new URL(value, document.baseURI).href));
    const written = [...document.querySelectorAll('[class*="prose"], [class*="_preview"]')];
    const strange = written.flatMap((part) => [
      ...part.querySelectorAll('script, iframe, object, embed, base, meta, link, style, form, template, svg [onload]'),
    ]);
    return [...elements.filter((element) => [...element.attributes].some(isDangerous)), ...strange].map((element) =>
      element.outerHTML.slice(0, 200),
    );
  });
}

/** Opens an address and expects that nothing comes of it but the page. */
async function openUnharmed(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await dangersOn(page)).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(new URL(address, page.url()).pathname);
}

describe('attacks in every text of a course', () => {
  test('run nothing for a visitor', async ({ page, attacked }) => {
    const deeds = watch(page);
    for (const address of ['/', '/subjects/histoire', `/courses/${attacked.slug}`]) await openUnharmed(page, address);
    expect(deeds).toEqual([]);
  });

  test('run nothing for a student', async ({ page, attacked: { slug, moduleId, fixturesModuleId, contents } }) => {
    const deeds = watch(page);
    await returnAs(page, 'student');
    await openUnharmed(page, '/learn');
    for (const { id } of contents) await openUnharmed(page, `/learn/${slug}/${moduleId}/${id}`);
    for (const id of [moduleId, fixturesModuleId]) await openUnharmed(page, `/learn/${slug}/${id}/print`);
    expect(deeds).toEqual([]);
  });

  test('run nothing for a colleague who edits them, in the editor, its source and its preview', async ({ page, attacked }) => {
    const { slug, contents } = attacked;
    const deeds = watch(page);
    await returnAs(page, 'admin');
    for (const part of ['', '/modules', '/checklist', '/trash']) await openUnharmed(page, `/teach/${slug}${part}`);
    for (const address of [`/teach/${slug}/settings`, ...contents.map(({ id }) => `/teach/${slug}/contents/${id}`)]) {
      await openUnharmed(page, address);
      const editor = page.locator('[contenteditable=true]');
      if ((await page.getByText('Preview', { exact: true }).count()) === 0) continue;
      await editor.waitFor();
      expect(await dangersOn(page)).toEqual([]);
      for (const pane of ['Source', 'Preview', 'Write']) {
        await page.getByRole('radiogroup').getByText(pane, { exact: true }).click();
        expect(await dangersOn(page)).toEqual([]);
      }
    }
    expect(deeds).toEqual([]);
  });

  test('run nothing for an administrator, in lists, forms and the audit log', async ({ page, attacked: { id, slug } }) => {
    const person = await signUpAttackingPerson(slug);
    const deeds = watch(page);
    await returnAs(page, 'admin');
    const lists = ['courses', 'users', 'enrolments', 'files', 'auditEntries'].map((kind) => `/admin/${kind}`);
    for (const address of [...lists, `/admin/courses/${id}`, `/admin/users/${person.id}`]) await openUnharmed(page, address);
    await openUnharmed(page, `/admin/auditEntries?record=${id}`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('table', { name: 'Fields' }).waitFor();
    expect(await dangersOn(page)).toEqual([]);
    expect(deeds).toEqual([]);
  });

  test('run nothing when the instructor edits, pastes and saves them', async ({ newPage, attacked: { slug, moduleId, contents } }) => {
    const page = await newPage();
    const deeds = watch(page);
    await returnAs(page, 'instructor');
    const id = contents[1]?.id ?? '';
    await openUnharmed(page, `/teach/${slug}/contents/${id}`);
    const editor = editorOf(page, 'Text');
    await editor.click({ position: { x: 30, y: 30 } });
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('An edit of mine. ');
    await editor.evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', html);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, closedHtml.join('\n'));
    expect(await dangersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.waitForURL((address) => !address.pathname.includes(id));

    const reader = await newPage();
    const readerDeeds = watch(reader);
    await returnAs(reader, 'student');
    await openUnharmed(reader, `/learn/${slug}/${moduleId}/${id}`);
    await reader.getByText('An edit of mine.').waitFor();
    expect([...deeds, ...readerDeeds]).toEqual([]);
  });

  test('run nothing in what somebody says of themselves, for them or for their instructor', async ({ newPage, attacked: { slug } }) => {
    const { id, username, password } = await signUpAttackingPerson(slug);
    const own = await newPage();
    const deeds = watch(own);
    await own.goto('/sign-in');
    await fillSignIn(own, username, password);
    await own.getByRole('heading', { level: 1, name: 'My courses' }).waitFor();
    for (const address of ['/account/profile', `/people/${id}`]) await openUnharmed(own, address);

    const teacher = await newPage();
    const teacherDeeds = watch(teacher);
    await returnAs(teacher, 'instructor');
    await openUnharmed(teacher, `/teach/${slug}/students`);
    await teacher.getByText('<img src=x onerror').first().waitFor();
    await openUnharmed(teacher, `/people/${id}`);
    expect([...deeds, ...teacherDeeds]).toEqual([]);
  });
});
