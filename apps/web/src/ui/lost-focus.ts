/**
 * What was pressed may be gone once it is done. Then one goes on from there, or from the page's heading, instead of from the top of the
 * page; a focus that is somewhere by then stays.
 */
export function catchFocus(next: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body || activeElement.closest('[role="dialog"]') !== null;
    if (isLost) (next() ?? document.querySelector('h1'))?.focus();
  });
}
