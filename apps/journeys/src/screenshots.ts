import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { root } from '../../../scripts/checkout.mjs';
import { startCursus } from '../../../scripts/started-cursus.mjs';
import { launchBrowser } from './browser.ts';
import { desk, openWhole, phone } from './page-faults.ts';
import { pageAddresses } from './page-list.ts';
import { signInAs, type SampleAccount } from './people.ts';

const folder = join(root, 'screenshots');
const wanted = process.argv[2] ?? '';
const languages = ['English', 'Français'] as const;

/** Who looks at which pages: by how the patterns of their addresses begin. */
const lookers: Readonly<Record<string, { account?: SampleAccount; pages: RegExp }>> = {
  visitor: { pages: /^(?!\/learn|\/teach|\/account|\/admin)/ },
  student: { account: 'student', pages: /^\/(?:learn|courses|account)/ },
  instructor: { account: 'instructor', pages: /^\/teach/ },
  administrator: { account: 'admin', pages: /^\/admin/ },
};

/** `npm run screenshots`: every page of the sample school, for people to look at. With a word, the pages whose address holds it. */
async function takeScreenshots(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cursus-screenshots-'));
  const cursus = await startCursus(dataDir);
  const browser = await launchBrowser();
  try {
    await cursus.ready;
    for (const looker of Object.keys(lookers)) await lookAround(browser, cursus.url, looker);
    process.stdout.write(`${folder}\n`);
  } finally {
    await browser.close();
    await cursus.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function lookAround(browser: Browser, url: string, looker: string): Promise<void> {
  const { account, pages = /$/ } = lookers[looker] ?? {};
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: desk });
  const page = await context.newPage();
  if (account === undefined) await openWhole(page, '/');
  else await signInAs(page, account);
  const all = Object.entries(await pageAddresses(url));
  const ofLooker = all.filter(([pattern]) => pages.test(pattern)).flatMap(([, ofPattern]) => ofPattern);
  const addresses = ofLooker.filter((address) => address.includes(wanted));
  for (const language of languages) {
    await page.getByRole('button', { name: /^Lang/ }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    await page.locator(`html[lang="${language === 'English' ? 'en' : 'fr'}"]`).waitFor();
    for (const [number, address] of addresses.entries()) {
      const words = address.split('/').filter((word) => /^[a-z-]+$/.test(word));
      const name = [String(number + 1).padStart(2, '0'), ...words].join('-');
      await openWhole(page, address);
      await shoot(page, join(folder, looker, language === 'English' ? 'en' : 'fr', name));
    }
  }
  await context.close();
}

async function shoot(page: Page, path: string): Promise<void> {
  for (const [size, viewport] of Object.entries({ phone, desk })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${path}-${size}-${colorScheme}.png`, fullPage: true, animations: 'disabled' });
    }
  }
}

await takeScreenshots();
