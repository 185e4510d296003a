import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';

import { askApi, signIn } from './graphql-request.ts';
import { test } from './journey.ts';

const editorOf = (page: Page): Locator => page.getByRole('region', { name: 'Operation Editor' });

/** Writes an operation in the place of what stands in the editor, and runs it. */
async function run(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await editorOf(page).getByRole('textbox').first().focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  // The editor closes brackets by itself, also those that are closed already.
  await page.keyboard.press('ControlOrMeta+Shift+End');
  await page.keyboard.press('Delete');
  await page.getByRole('tab', { name }).waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
}

describe('a developer in the explorer', () => {
  test('comes from the foot of any page, and runs the query that is there', async ({ page }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== inject('cursusUrl')) foreign.push(request.url());
    });
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'API' }).click();
    await page.getByRole('heading', { level: 1, name: 'The API' }).waitFor();
    // The button is there before the editor, and runs nothing until then.
    await editorOf(page).getByText('totalCount').waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const answer = page.getByRole('region', { name: 'Result Window' });
    await answer.getByText('"totalCount"').waitFor();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await page.getByText('The catalogue: all published courses').first().waitFor();
    expect(foreign).toEqual([]);
  });

  test('signs in by a token, for what is asked from then on', async ({ page }) => {
    await page.goto('/graphiql');
    const answer = page.getByRole('region', { name: 'Result Window' });
    await run(page, { name: 'Me', text: 'query Me { viewer { username } }' });
    await answer.getByText('null').waitFor();
    await page.getByLabel('Token').fill(await signIn(inject('cursusUrl'), 'student'));
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await answer.getByText('"student"').waitFor();
  });

  test('follows a course by a subscription', async ({ page }) => {
    const url = inject('cursusUrl');
    const token = await signIn(url, 'student');
    const { courses } = await askApi<{ courses: { nodes: [{ id: string; title: string }] } }>(
      url,
      '{ courses(first: 1) { nodes { id title } } }',
    );
    const [{ id, title }] = courses.nodes;
    await page.goto('/graphiql');
    await page.getByLabel('Token').fill(token);
    const text = `subscription Follow { courseStructureChanged(courseId: "${id}") { course { title } } }`;
    await run(page, { name: 'Follow', text });
    await page.getByRole('region', { name: 'Result Window' }).getByText(`"${title}"`).waitFor();
  });
});
