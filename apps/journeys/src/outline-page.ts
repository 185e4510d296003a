import type { Locator, Page, Response } from 'playwright-core';

/** The outline of a course, as its instructor has it before them. */
const outlineOf = (page: Page): Locator => page.getByRole('list', { name: 'Modules and lessons' });

/** Titles of modules and lessons, from top to bottom. */
export function titlesIn(page: Page): Promise<string[]> {
  const outline = outlineOf(page);
  return outline.getByRole('heading').or(outline.getByRole('link')).allInnerTexts();
}

export const handleOf = (page: Page, title: string): Locator => page.getByRole('button', { name: `Move “${title}”`, exact: true });

/** What a screen reader is told while something is dragged. */
export async function hear(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });
}

/** Opens the menu of a module or lesson and chooses an entry. */
export async function choose(page: Page, title: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^More about (?:module )?“${title}”$`) }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** The row of a module or lesson, by its title. */
const rowOf = (page: Page, title: string): Locator =>
  outlineOf(page)
    .getByRole('listitem')
    .filter({ has: handleOf(page, title) });

/** The server's answer to a move, which a page does not wait for before it shows the new order. */
export const nextMove = (page: Page): Promise<Response> =>
  page.waitForResponse((response) => /"operationName":"Move(Module|Content)"/.test(response.request().postData() ?? ''));

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('What is dragged is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export interface Drag {
  readonly title: string;
  /** To which edge of which row. */
  readonly to: { readonly edge: 'top' | 'bottom'; readonly title: string };
  /** What is said when it is there, before it is let go. */
  readonly place: string;
}

/** From where to where a pointer goes. */
async function pathOf(page: Page, { title, to }: Drag): Promise<{ from: Point; target: Point }> {
  await outlineOf(page).scrollIntoViewIfNeeded();
  const from = await middleOf(handleOf(page, title));
  const box = await rowOf(page, to.title).boundingBox();
  if (box === null) throw new Error(`“${to.title}” is not on the screen.`);
  return { from, target: { x: from.x, y: to.edge === 'top' ? box.y + 2 : box.y + box.height - 2 } };
}

/** Drags a module or lesson with the mouse, and lets it go where it was said to be. */
export async function dragByMouse(page: Page, drag: Drag): Promise<void> {
  const { from, target } = await pathOf(page, drag);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 12 });
  await hear(page, drag.place);
  await page.mouse.up();
}

/** Drags by a finger that rests on the handle first: one that moves at once scrolls the page. */
export async function dragByTouch(page: Page, drag: Drag): Promise<void> {
  const { from, target } = await pathOf(page, drag);
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove', point: Point): Promise<unknown> =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: [point] });
  await touch('touchStart', from);
  await hear(page, `“${drag.title}” picked up`);
  for (const step of [0.25, 0.5, 0.75, 1]) await touch('touchMove', { x: from.x, y: from.y + (target.y - from.y) * step });
  await hear(page, drag.place);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
