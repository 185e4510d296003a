import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { startCursus } from '../../../scripts/started-cursus.mjs';
import { launchBrowser } from './browser.ts';
import { phone } from './page-faults.ts';
import { pageAddresses } from './page-list.ts';
import { signInAs } from './people.ts';

const rounds = 3;
const cpuSlowdown = 4;
/** What Chrome's tools call ‘Fast 4G’. */
const network = { offline: false, latency: 165, downloadThroughput: (9_000_000 * 0.9) / 8, uploadThroughput: (1_500_000 * 0.9) / 8 };

/** A page is judged once it has been quiet for so long, in milliseconds. */
const quietMs = 2_000;

interface Vitals {
  /** Milliseconds until the largest thing stood there. */
  largestPaint: number;
  /** How much moved without anybody's doing; 0.1 is good, 0 is best. */
  layoutShift: number;
  /** Milliseconds in which the page could not have answered a hand. */
  blockingTime: number;
  /** Kilobytes of JavaScript, as they came over the wire. */
  script: number;
  requests: number;
}

interface Watched {
  largestPaint: number;
  layoutShift: number;
  blockingTime: number;
}

/** `npm run vitals`: the catalogue and the player on a phone with a processor four times slower than this one. Medians. */
async function takeVitals(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cursus-vitals-'));
  const cursus = await startCursus(dataDir);
  const browser = await launchBrowser();
  try {
    await cursus.ready;
    const player = (await pageAddresses(cursus.url))['/learn/:courseSlug/:moduleId?/:contentId?']?.[0] ?? '/learn';
    process.stdout.write(`A phone, processor ${cpuSlowdown}x slower, fast 4G, nothing cached; medians of ${rounds}.\n\n`);
    process.stdout.write('             largest paint   layout shift   blocking time   JavaScript   requests\n');
    for (const [name, address, account] of [
      ['Catalogue', '/', undefined],
      ['Player', player, 'student'],
    ] as const) {
      const context = await newContext(browser, cursus.url);
      if (account !== undefined) await signInOnce(context, account);
      const all: Vitals[] = [];
      for (let round = 0; round < rounds; round += 1) all.push(await measure(context, address));
      await context.close();
      process.stdout.write(`${name.padEnd(13)}${lineOf(all)}\n`);
    }
    process.stdout.write('Good, by Google: 2500 ms            0.100           200 ms\n');
  } finally {
    await browser.close();
    await cursus.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const newContext = (browser: Browser, baseURL: string): Promise<BrowserContext> =>
  browser.newContext({ baseURL, locale: 'en-GB', viewport: phone, deviceScaleFactor: 2, isMobile: true, hasTouch: true });

async function signInOnce(context: BrowserContext, account: 'student'): Promise<void> {
  const page = await context.newPage();
  await signInAs(page, account);
  await page.close();
}

async function measure(context: BrowserContext, address: string): Promise<Vitals> {
  const page = await context.newPage();
  await page.addInitScript(watchPage);
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await tools.send('Network.emulateNetworkConditions', network);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  const scripts = new Set<string>();
  let requests = 0;
  let bytes = 0;
  tools.on('Network.requestWillBeSent', ({ requestId, type }) => {
    requests += 1;
    if (type === 'Script') scripts.add(requestId);
  });
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(quietMs);
  const watched = await readWatched(page);
  await page.close();
  return { ...watched, script: bytes / 1000, requests };
}

/** Runs in the page, before anything of it. */
function watchPage(): void {
  const watched: Watched = { largestPaint: 0, layoutShift: 0, blockingTime: 0 };
  Object.assign(globalThis, { watched });
  const watch = (type: string, take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', ({ startTime }) => {
    watched.largestPaint = startTime;
  });
  watch('layout-shift', ({ value = 0, hadRecentInput = false }) => {
    if (!hadRecentInput) watched.layoutShift += value;
  });
  watch('longtask', ({ duration }) => {
    watched.blockingTime += Math.max(0, duration - 50);
  });
}

const readWatched = (page: Page): Promise<Watched> => page.evaluate(() => (globalThis as typeof globalThis & { watched: Watched }).watched);

function lineOf(all: readonly Vitals[]): string {
  const median = (pick: (vitals: Vitals) => number): number =>
    all.map(pick).toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0;
  return [
    `${Math.round(median(({ largestPaint }) => largestPaint))} ms`.padStart(13),
    median(({ layoutShift }) => layoutShift)
      .toFixed(3)
      .padStart(15),
    `${Math.round(median(({ blockingTime }) => blockingTime))} ms`.padStart(16),
    `${Math.round(median(({ script }) => script))} kB`.padStart(13),
    String(median(({ requests }) => requests)).padStart(11),
  ].join('');
}

await takeVitals();
