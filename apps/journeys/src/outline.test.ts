import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { dragByMouse, dragByTouch, handleOf, hear, nextMove, titlesIn } from './outline-page.ts';
import { accessFaults } from './page-faults.ts';
import { returnAs } from './people.ts';
import { writeCourse, type WrittenCourse } from './written-course.ts';

/** The API's address, with or without the hash of a document behind it. */
const api = /\/graphql(?:\?|$)/;

const outline = { Shores: ['Sand', 'Cliffs'], Currents: ['Gulf Stream'] };
const asWritten = ['Shores', 'Sand', 'Cliffs', 'Currents', 'Gulf Stream'];
const swapped = ['Currents', 'Gulf Stream', 'Shores', 'Sand', 'Cliffs'];

/** The outline of a new course, before its instructor. */
async function openOutline(page: Page): Promise<WrittenCourse> {
  const course = await writeCourse(outline);
  await returnAs(page, 'instructor');
  await page.goto(`/teach/${course.slug}`);
  await handleOf(page, 'Gulf Stream').waitFor();
  expect(await titlesIn(page)).toEqual(asWritten);
  return course;
}

async function expectToHold(page: Page, titles: readonly string[]): Promise<void> {
  expect(await titlesIn(page)).toEqual(titles);
  await page.reload();
  await handleOf(page, 'Gulf Stream').waitFor();
  expect(await titlesIn(page)).toEqual(titles);
}

const toTop = { title: 'Currents', to: { edge: 'top', title: 'Shores' }, place: 'Module 1 of 2' } as const;

describe('an instructor arranges modules', () => {
  test('with the mouse: the second above the first, and the order holds', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 1280, height: 1000 } });
    await openOutline(page);
    await Promise.all([nextMove(page), dragByMouse(page, toTop)]);
    await hear(page, '“Currents” moved. Module 1 of 2.');
    await expectToHold(page, swapped);
  });

  test('with the keyboard, told each step aloud and keeping the focus, and the order holds', async ({ page }) => {
    await openOutline(page);
    const handle = handleOf(page, 'Currents');
    await handle.focus();
    await page.keyboard.press('Space');
    await hear(page, '“Currents” picked up. Module 2 of 2.');
    await page.keyboard.press('ArrowUp');
    await hear(page, 'Module 1 of 2');
    await Promise.all([nextMove(page), page.keyboard.press('Space')]);
    await hear(page, '“Currents” moved. Module 1 of 2.');
    await expect.poll(() => handle.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectToHold(page, swapped);
  });

  test('with the keyboard, and thinks better of it', async ({ page }) => {
    await openOutline(page);
    await handleOf(page, 'Currents').focus();
    await page.keyboard.press('Space');
    await hear(page, '“Currents” picked up');
    await page.keyboard.press('ArrowUp');
    await hear(page, 'Module 1 of 2');
    await page.keyboard.press('Escape');
    await hear(page, 'Cancelled. “Currents” stays: Module 2 of 2.');
    await expectToHold(page, asWritten);
  });

  test('with a finger, on a phone, and the order holds', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 390, height: 1000 }, isMobile: true, hasTouch: true });
    await openOutline(page);
    await Promise.all([nextMove(page), dragByTouch(page, toTop)]);
    await expectToHold(page, swapped);
  });

  test('while a colleague adds one: what was dragged lands where it was dropped', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 1280, height: 1000 } });
    // Told late: the colleague's module is not on the page yet.
    await page.routeWebSocket('**/graphql', () => undefined);
    const course = await openOutline(page);
    await course.ask('mutation Add($input: CreateModuleInput!) { createModule(input: $input) { module { id } } }', {
      input: { courseId: course.id, title: 'Foreword', position: 1 },
    });
    const drag = { title: 'Shores', to: { edge: 'bottom', title: 'Gulf Stream' }, place: 'Module 2 of 2' } as const;
    await Promise.all([nextMove(page), dragByMouse(page, drag)]);
    await handleOf(page, 'Foreword').waitFor();
    await expectToHold(page, ['Foreword', ...swapped]);
  });

  test('in vain when the server cannot be reached: the page goes back and says so, and the second try works', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 1280, height: 1000 } });
    await openOutline(page);
    await page.route(api, (route) => {
      const isMove = route.request().postData()?.includes('"operationName":"MoveModule"') === true;
      return isMove ? route.abort() : route.continue();
    });
    await dragByMouse(page, toTop);
    const alert = page.getByRole('alert').filter({ hasText: '“Currents” is back where it was' });
    await alert.waitFor();
    expect(await titlesIn(page)).toEqual(asWritten);

    await page.unroute(api);
    await Promise.all([nextMove(page), alert.getByRole('button', { name: 'Try again' }).click()]);
    await expectToHold(page, swapped);
  });
});

describe('the connection is cut between the drop and the answer', () => {
  test('of two moves: both are done by the server, or both taken back; tried again, they end in order', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 1280, height: 1000 } });
    // Nobody tells the page what the server has done.
    await page.routeWebSocket('**/graphql', () => undefined);
    await openOutline(page);
    const isMove = (text: string | null): boolean => /"operationName":"Move(?:Module|Content)"/.test(text ?? '');
    await page.route(api, async (route) => {
      if (!isMove(route.request().postData())) return route.continue();
      // The server has it; the answer never comes.
      await route.fetch();
      return route.abort();
    });
    await dragByMouse(page, toTop);
    await handleOf(page, 'Sand').focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    const told = (title: string) => page.getByRole('alert').filter({ hasText: `“${title}” is back where it was` });
    await told('Currents').waitFor();
    await told('Sand').waitFor();
    expect(await titlesIn(page)).toEqual(asWritten);

    await page.unroute(api);
    for (const title of ['Currents', 'Sand']) {
      await Promise.all([nextMove(page), told(title).getByRole('button', { name: 'Try again' }).click()]);
    }
    await expectToHold(page, ['Currents', 'Gulf Stream', 'Shores', 'Cliffs', 'Sand']);
  });
});

describe('an instructor moves a lesson to another module', () => {
  test('by dragging it', async ({ newPage }) => {
    const page = await newPage({ viewport: { width: 1280, height: 1000 } });
    await openOutline(page);
    const drag = { title: 'Sand', to: { edge: 'bottom', title: 'Gulf Stream' }, place: 'Lesson 2 of 2 in “Currents”' } as const;
    await Promise.all([nextMove(page), dragByMouse(page, drag)]);
    await expectToHold(page, ['Shores', 'Cliffs', 'Currents', 'Gulf Stream', 'Sand']);
  });

  test('by the dialog ‘Move…’', async ({ page }) => {
    await openOutline(page);
    await page.getByRole('button', { name: 'More about “Cliffs”' }).click();
    await page.getByRole('menuitem', { name: 'Move…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move “Cliffs”' });
    expect(await accessFaults(page)).toEqual([]);
    await dialog.getByLabel('To module').selectOption('2. Currents');
    await dialog.getByLabel('Place').selectOption('First');
    await Promise.all([nextMove(page), dialog.getByRole('button', { name: 'Move', exact: true }).click()]);
    await dialog.waitFor({ state: 'hidden' });
    await expectToHold(page, ['Shores', 'Sand', 'Currents', 'Cliffs', 'Gulf Stream']);
  });
});
