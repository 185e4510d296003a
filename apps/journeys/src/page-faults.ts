import axe from 'axe-core';
import type { Page, Request } from 'playwright-core';

declare global {
  interface Window {
    /** Once it is put into a page. */
    axe: typeof axe;
  }
}

export const phone = { width: 390, height: 844 };
const smallPhone = { width: 320, height: 640 };
export const desk = { width: 1440, height: 900 };

/** For how long nothing comes any more when all of a page is there. */
const quietMs = 200;

/** Opens an address and waits until all of the page is there, and still. */
export async function openWhole(page: Page, address: string): Promise<void> {
  const underWay = new Set<Request>();
  // A film that stands still never ends its request.
  const begin = (request: Request): void => void (request.resourceType() === 'media' || underWay.add(request));
  const end = (request: Request): void => void underWay.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    do await untilUnchanged(page);
    while (underWay.size > 0);
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
  await untilStill(page);
}

/** Nothing is drawn any more, and nothing says that it will be. */
async function untilUnchanged(page: Page): Promise<void> {
  await page.evaluate(async (quiet) => {
    const isWaiting = (): boolean => document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') !== null;
    await new Promise<void>((resolve) => {
      const wait = (): ReturnType<typeof setTimeout> =>
        setTimeout(() => {
          if (isWaiting()) timer = wait();
          else resolve();
        }, quiet);
      let timer = wait();
      new MutationObserver(() => {
        clearTimeout(timer);
        timer = wait();
      }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  }, quietMs);
}

/** Colours in the middle of a transition are nobody's choice. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What a new colour scheme or width sets in motion is known after the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const endless = (animation: Animation) => animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    const running = document.getAnimations().filter((animation) => !endless(animation));
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
}

/** What axe finds serious or critical on a page as it stands; there are no frames that can be looked into. */
export async function accessFaults(page: Page): Promise<string[]> {
  await untilStill(page);
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`));
  });
}

/** By how much a page is wider than a phone's window, and which words it cuts off, with letters as they are and twice as large (WCAG 1.4.4, 1.4.10). */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const letters of ['100%', '200%']) {
    await page.evaluate((size) => void (document.documentElement.style.fontSize = size), letters);
    for (const size of [phone, smallPhone]) {
      await page.setViewportSize(size);
      faults.push(...(await page.evaluate(beyondEdge)).map((fault) => `letters of ${letters}, a window of ${size.width}: ${fault}`));
    }
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  return faults;
}

/** Runs in the page. Words that end in an ellipsis are cut on purpose, and those for screen readers alone stand in a pixel or two. */
function beyondEdge(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const hasWords = ({ childNodes }: Element): boolean => [...childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
  const isCut = (element: Element): boolean => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isHiding = (overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis';
    return isHiding && element.clientWidth > 2 && element.scrollWidth > element.clientWidth + 1;
  };
  const cut = [...document.querySelectorAll('body *')].filter((element) => hasWords(element) && isCut(element));
  return [
    ...(scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} pixels wider`] : []),
    ...cut.map((element) => `“${element.textContent}” is cut off`),
  ];
}
