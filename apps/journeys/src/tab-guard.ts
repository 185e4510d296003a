import type { Page } from 'playwright-core';

/** Whether the browser would ask before this tab is closed. */
export const isGuarded = (page: Page): Promise<boolean> =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
