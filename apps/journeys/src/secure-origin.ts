import type { Page } from 'playwright-core';

/** As at an address of a school's own network that has no https: what browsers keep for secure origins is not there. */
export const withoutSecureOrigin = (page: Page): Promise<unknown> =>
  page.addInitScript(() => void Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
