/** Frames within which what is gone is drawn as gone: the first may come before that. */
const patience = 10;

/**
 * What was pressed may be gone once it is done. Then one goes on from there, or from the page's heading, instead of from the top of the
 * page; a focus that is somewhere by then stays.
 */
export function catchFocus(next: () => HTMLElement | null | undefined): void {
  let framesLeft = patience;
  const look = (): void => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body || activeElement.closest('[role="dialog"]') !== null;
    if (isLost) (next() ?? document.querySelector('h1'))?.focus();
    else if ((framesLeft -= 1) > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
