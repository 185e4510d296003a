import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { test } from './journey.ts';
import { pageAddresses } from './page-list.ts';
import { returnAs } from './people.ts';

/** What the page asks this server for, from now on: files of the build, and queries by their variables. */
function listen(page: Page): { files: string[]; queries: string[] } {
  const asked = { files: [] as string[], queries: [] as string[] };
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.startsWith('/assets/')) asked.files.push(pathname.slice('/assets/'.length));
    if (pathname === '/graphql' && request.method() === 'GET') asked.queries.push(searchParams.get('variables') ?? '');
  });
  return asked;
}

const twice = (all: readonly string[]): string[] => all.filter((each, index) => all.indexOf(each) !== index);

describe('who comes to Cursus by an address', () => {
  test('has the catalogue by one question, and each file once', async ({ page }) => {
    const asked = listen(page);
    await page.goto('/?order=title');
    await page.getByRole('main').getByRole('article').first().waitFor();
    expect(asked.queries).toHaveLength(1);
    expect(asked.queries[0]).toContain('"TITLE"');
    expect(twice(asked.files)).toEqual([]);
  });

  test('and was there before, has a lesson at once: not by way of the sign-in page, its text asked for once', async ({ page }) => {
    const [lesson = ''] = (await pageAddresses(inject('cursusUrl')))['/learn/:courseSlug/:moduleId?/:contentId?'] ?? [];
    await returnAs(page, 'student');
    // Then what comes next is not fetched beforehand.
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    const asked = listen(page);
    await page.goto(lesson);
    await page.getByRole('article').getByRole('paragraph').nth(1).waitFor();
    expect(asked.queries.filter((variables) => variables.startsWith('{"id":'))).toHaveLength(1);
    expect(asked.files.filter((file) => file.startsWith('sign-in') || file.startsWith('forms'))).toEqual([]);
    expect(twice(asked.files)).toEqual([]);
  });
});
