import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator, Page, Route } from 'playwright-core';
import { describe, expect } from 'vitest';

import { root } from '../../../scripts/checkout.mjs';
import { test } from './journey.ts';
import { handleOf, titlesIn } from './outline-page.ts';
import { returnAs } from './people.ts';
import { withoutSecureOrigin } from './secure-origin.ts';
import { isGuarded } from './tab-guard.ts';
import { writeCourse } from './written-course.ts';

/** Real files to upload. */
const media = (name: string): string => join(root, 'apps', 'server', 'sample', 'courses', 'algorithms-you-can-see', name);
const mediaTypes = { png: 'image/png', pdf: 'application/pdf', webm: 'video/webm', exe: 'application/octet-stream' };

const panelOf = (page: Page): Locator => page.getByRole('region', { name: /^Uploads/ });

const isUpload = (route: Route): boolean => route.request().headers()['content-type']?.startsWith('multipart/form-data') === true;

/** Keeps uploads on their way until they are let go. */
async function holdUploads(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (isUpload(route)) await gate.promise;
    // An upload that was cancelled meanwhile has nobody left to answer.
    await route.continue().catch(() => undefined);
  });
  return gate.resolve;
}

/** Lets files fall onto an element, as from the desktop. */
async function dropFiles(onto: Locator, names: readonly string[]): Promise<void> {
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      type: mediaTypes[name.slice(name.lastIndexOf('.') + 1) as keyof typeof mediaTypes],
      base64: name.endsWith('.exe') ? '' : (await readFile(media(name))).toString('base64'),
    })),
  );
  await onto.evaluate((element, dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ['dragover', 'drop']) {
      element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, files);
}

/** The form of a new picture in the first module of a course. */
async function openImageForm(page: Page, slug: string, module: string): Promise<Locator> {
  await page.goto(`/teach/${slug}`);
  await page.getByRole('button', { name: `Add a lesson to “${module}”` }).click();
  await page.getByRole('menuitem', { name: /^Image/ }).click();
  await page.getByRole('heading', { level: 1, name: 'New image' }).waitFor();
  return page.getByRole('button', { name: /^Image/ });
}

describe('uploads', () => {
  test('several files dropped onto a module become one lesson each, while one is elsewhere', async ({ page }) => {
    const { slug } = await writeCourse({ Shores: [] });
    await withoutSecureOrigin(page);
    await returnAs(page, 'instructor');
    await page.goto(`/teach/${slug}`);
    const letGo = await holdUploads(page);
    await handleOf(page, 'Shores').waitFor();
    const row = page.getByRole('listitem').filter({ has: handleOf(page, 'Shores') });
    await dropFiles(row, ['growth.png', 'algorithms-summary.pdf', 'shortest-path.png', 'sorting-race.webm', 'setup.exe']);

    const dialog = page.getByRole('dialog', { name: 'Add files to “Shores”' });
    await dialog.getByText('setup.exe').waitFor();
    await dialog.getByText('This type of file is not taken.').waitFor();
    await dialog.getByRole('button', { name: 'Upload and add 4 files' }).click();
    await dialog.getByText('Say what the image shows.').first().waitFor();
    for (const [at, words] of ['A curve that grows.', 'A map with a path.'].entries()) {
      await dialog.getByLabel('Alternative text').nth(at).fill(words);
    }
    await dialog.getByRole('button', { name: 'Upload and add 4 files' }).click();

    await panelOf(page).getByText('0 of 4').waitFor();
    expect(await isGuarded(page)).toBe(true);
    await page.getByRole('link', { name: 'Catalogue' }).first().click();
    await page.getByRole('article').first().waitFor();
    await panelOf(page).getByRole('button', { name: 'Cancel: shortest-path.png' }).click();
    await panelOf(page).getByText('0 of 3').waitFor();
    letGo();
    await panelOf(page).getByText('3 of 3').waitFor();
    expect(await isGuarded(page)).toBe(false);
    await panelOf(page).getByRole('button', { name: 'Close' }).click();
    await panelOf(page).waitFor({ state: 'detached' });

    await page.goto(`/teach/${slug}`);
    await handleOf(page, 'sorting race').waitFor();
    expect(await titlesIn(page)).toEqual(['Shores', 'growth', 'algorithms summary', 'sorting race']);
  });

  test('a form gets its file when one comes back to it', async ({ page }) => {
    const { slug } = await writeCourse({ Shores: [] });
    await returnAs(page, 'instructor');
    const field = await openImageForm(page, slug, 'Shores');
    const form = new URL(page.url()).pathname;
    const letGo = await holdUploads(page);
    await field.setInputFiles(media('growth.png'));
    await page.getByRole('button', { name: 'Cancel: growth.png' }).waitFor();
    expect(await panelOf(page).count()).toBe(0);

    await page.getByRole('link', { name: 'Teaching' }).first().click();
    await panelOf(page).getByText('growth.png').waitFor();
    letGo();
    await panelOf(page).getByRole('link', { name: 'Back to the form' }).click();
    await page.waitForURL(`**${form}`);
    await page.getByRole('link', { name: 'growth.png' }).waitFor();
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('growth');
  });

  test('a cut connection is told, and the same file is sent again', async ({ page }) => {
    const { slug } = await writeCourse({ Shores: [] });
    await returnAs(page, 'instructor');
    const field = await openImageForm(page, slug, 'Shores');
    let cuts = 1;
    await page.route('**/graphql', (route) => (isUpload(route) && cuts-- > 0 ? route.abort('connectionreset') : route.continue()));
    await field.setInputFiles(media('growth.png'));
    await page.getByText('No answer from the server.').waitFor();
    await page.getByRole('button', { name: 'Try again: growth.png' }).click();
    await page.getByRole('link', { name: 'growth.png' }).waitFor();
  });

  test('what is too large or of another type is refused before a byte of it is sent, and the limit is told', async ({ page }) => {
    const { slug } = await writeCourse({ Shores: [] });
    await returnAs(page, 'instructor');
    const field = await openImageForm(page, slug, 'Shores');
    let sent = 0;
    await page.route('**/graphql', (route) => {
      if (isUpload(route)) sent += 1;
      return route.continue();
    });
    await page.getByText('PNG, JPG, JPEG, WEBP, AVIF, GIF; 20 MB at most').waitFor();
    await field.setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: Buffer.alloc(20_000_001) });
    await page.getByText('This file is too large.').waitFor();
    await field.setInputFiles({
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    });
    await page.getByText('This type of file is not taken here, or the file is damaged or not what its name says.').waitFor();
    expect(sent).toBe(0);
  });
});
