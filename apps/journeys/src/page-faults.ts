import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export const phone = { width: 390, height: 844 };
const smallPhone = { width: 320, height: 640 };
export const desk = { width: 1440, height: 900 };

/** Opens an address and waits until all of the page is there, and still. */
export async function openWhole(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await untilStill(page);
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

/** What axe finds serious or critical on a page as it stands. */
export async function accessFaults(page: Page): Promise<string[]> {
  await untilStill(page);
  // Without it, axe opens another page a time, for frames of other origins: of those we have none that can be looked into.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`));
}

/** By how much a page is wider than the window it stands in. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const size of [phone, smallPhone]) {
    await page.setViewportSize(size);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (excess > 0) faults.push(`${excess} pixels wider than a window of ${size.width}`);
  }
  return faults;
}
