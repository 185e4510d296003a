import type { Page } from 'playwright-core';

/** Settles when the page's next socket has told something: what happens from then on is told, too. Asked before the page opens it. */
export async function nextSocketTells(page: Page): Promise<void> {
  const socket = await page.waitForEvent('websocket');
  await socket.waitForEvent('framereceived', ({ payload }) => payload.toString().includes('"next"'));
}
