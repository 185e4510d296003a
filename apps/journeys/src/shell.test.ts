import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';

import { test } from './journey.ts';
import { accessFaults, phone } from './page-faults.ts';
import { richCourse } from './page-list.ts';
import { fillSignIn, returnAs } from './people.ts';
import { writeCourse } from './written-course.ts';

const api = /\/graphql(?:\?|$)/;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** Whether a hand that goes to the middle of it would press it, and not what lies over it. */
const isFree = (page: Page, name: string): Promise<boolean> =>
  page.getByRole('button', { name }).evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

describe('on any page', () => {
  test('the first key skips to the content, and each new page begins at its heading and names the tab', async ({ page }) => {
    await page.goto('/?order=title');
    await heading(page, 'Courses to read, watch and keep').waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    expect(await skip.evaluate((link) => link === document.activeElement && getComputedStyle(link).outlineStyle)).toBe('solid');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

    await page.getByRole('link', { name: 'Algorithms You Can See' }).click();
    await heading(page, 'Algorithms You Can See').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.title()).toBe('Algorithms You Can See · Cursus');
  });

  test('words, dates, numbers and plural forms change at once with the language, and the course keeps its own', async ({ page }) => {
    await page.goto(`/courses/${richCourse}`);
    await page.getByText(/^Published on /).waitFor();
    await page.getByText('4 modules').waitFor();
    await page.evaluate(() => Object.assign(window, { sameVisit: true }));
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: 'Français' }).click();
    await page.getByText(/^Publié le \d+ novembre 2026$/).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, 'sameVisit' in window])).toEqual(['fr', true]);
    expect(await heading(page, 'Algorithms You Can See').evaluate((title) => title.closest('[lang]')?.getAttribute('lang'))).toBe('en');
  });

  test('the chosen theme is there before anything is drawn', async ({ newPage }) => {
    const page = await newPage({ colorScheme: 'light' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    // Nothing of the application arrives: what is seen is the page as it comes.
    await page.route('**/assets/*.js', (route) => route.abort());
    await page.reload({ waitUntil: 'domcontentloaded' });
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(16, 23, 20)');
  });

  test('nothing moves for who wants that, and forced colours leave every control its edge', async ({ newPage }) => {
    const page = await newPage({ reducedMotion: 'reduce', forcedColors: 'active' });
    await page.goto('/sign-in');
    await heading(page, 'Sign in').waitFor();
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length,
    );
    expect(moving).toBe(0);
    const edges = await page
      .getByRole('main')
      .getByRole('textbox')
      .evaluateAll((fields) =>
        fields.map((field) => [field, field.parentElement ?? field].some((each) => getComputedStyle(each).borderTopStyle === 'solid')),
      );
    expect(edges).not.toContain(false);
    expect(await accessFaults(page)).toEqual([]);
  });
});

describe('what cannot be shown', () => {
  test('is told apart: not there, not open to this person, not without signing in; each with a way out', async ({ page }) => {
    const course = await writeCourse({ Shores: ['Sand'] }, { isPublished: true });
    await page.goto('/teach');
    await fillSignIn(page, 'student');
    await page.waitForURL('**/teach');

    await page.goto(`/teach/${course.slug}`);
    await heading(page, 'This page is not open to you').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'To my courses' }).click();
    await heading(page, 'My courses').waitFor();

    await page.goto('/courses/a-course-that-never-was');
    await heading(page, 'Nothing at this address').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'To the catalogue' }).click();
    await heading(page, 'Courses to read, watch and keep').waitFor();
  });

  test('of another version says so, and a reload mends it', async ({ page }) => {
    await page.goto('/');
    await heading(page, 'Courses to read, watch and keep').waitFor();
    await page.route('**/assets/sign-in-page-*.js', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await heading(page, 'Cursus was updated meanwhile').waitFor();
    await page.unroute('**/assets/sign-in-page-*.js');
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('form', { name: 'Sign in' }).waitFor();
  });

  test('for now, since too much was asked, counts down and comes by itself', async ({ page }) => {
    await page.route(api, (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '3' },
        json: { errors: [{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 3 } }] },
      }),
    );
    await page.goto('/subjects/science');
    await heading(page, 'Too many requests').waitFor();
    await page.getByRole('timer').getByText('Next try in 2 seconds').waitFor();
    await page.unroute(api);
    await heading(page, 'Science').waitFor();
  });
});

describe('without a connection', () => {
  test('a banner says so although the browser is online, and goes with the first answer; the page comes by itself', async ({ page }) => {
    await page.goto('/?order=title');
    await heading(page, 'Courses to read, watch and keep').waitFor();
    await page.route(api, (route) => route.abort());
    await page.route('**/favicon.svg', (route) => route.abort());
    await page.getByRole('link', { name: 'Algorithms You Can See' }).click();
    const banner = page.getByText('No connection to the server');
    await banner.waitFor();
    await heading(page, 'No connection').waitFor();
    expect(await accessFaults(page)).toEqual([]);

    await page.unroute(api);
    await page.unroute('**/favicon.svg');
    await heading(page, 'Algorithms You Can See').waitFor();
    await banner.waitFor({ state: 'hidden' });
  });

  test('a toast says what was not done, and covers nothing that one would press next', async ({ newPage }) => {
    for (const viewport of [{ width: 1280, height: 720 }, phone]) {
      const course = await writeCourse({ Shores: ['Sand'] });
      const page = await newPage({ viewport });
      await returnAs(page, 'instructor');
      await page.goto(`/teach/${course.slug}`);
      const field = page.getByLabel('Title of a new module');
      await field.fill('Currents');
      await page.route(api, (route) => route.abort());
      await page.getByRole('button', { name: 'Add a module' }).click();
      await page.getByRole('alert').filter({ hasText: 'No answer from the server' }).waitFor();
      await expect.poll(() => isFree(page, 'Add a module')).toBe(true);
      expect(await field.inputValue()).toBe('Currents');

      await page.unroute(api);
      const fault = { message: 'A fault', extensions: { code: 'INTERNAL_SERVER_ERROR', reference: 'ref-of-the-log' } };
      await page.route(api, (route) => route.fulfill({ json: { data: null, errors: [fault] } }));
      await page.getByRole('button', { name: 'Add a module' }).click();
      await page.getByRole('alert').filter({ hasText: 'Reference: ref-of-the-log' }).waitFor();

      await page.unroute(api);
      await page.getByRole('button', { name: 'Add a module' }).click();
      await page.getByRole('heading', { name: 'Currents' }).waitFor();
    }
  });
});
