import { type RefObject, useEffect, useEffectEvent } from 'react';

/** Faster than people read, slower than they leaf through. */
const wordsPerSecond = 10;
const leastSeconds = 5;
const mostSeconds = 120;

const wordsIn = (element: HTMLElement): number => element.innerText.split(/\s+/).length;

interface Dwell {
  /** What is read: its beginning is on the page already. */
  text: RefObject<HTMLElement | null>;
  /** Stands behind its last line. */
  end: RefObject<HTMLElement | null>;
  isActive: boolean;
  onRead: () => void;
}

/** Who has had a text before their eyes for as long as its words need at least, and has come to its end, has read it. A hidden tab reads nothing. */
export function useDwell({ text, end, isActive, onRead }: Dwell): void {
  const read = useEffectEvent(onRead);
  useEffect(() => {
    if (!isActive || end.current === null) return undefined;
    let seconds = 0;
    let hasReachedEnd = false;
    const watcher = new IntersectionObserver((entries) => {
      // While it is still on its way, the end of nothing is no end.
      const isThere = text.current !== null && text.current.querySelector('[aria-busy="true"]') === null;
      hasReachedEnd ||= isThere && entries.some(({ isIntersecting }) => isIntersecting);
    });
    watcher.observe(end.current);
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible' || text.current === null) return;
      if (text.current.querySelector('[aria-busy="true"]') !== null) return;
      seconds += 1;
      if (!hasReachedEnd && end.current !== null) {
        // What came late may have been shorter than the window: nothing scrolls then.
        watcher.unobserve(end.current);
        watcher.observe(end.current);
      }
      const needed = Math.min(Math.max(leastSeconds, wordsIn(text.current) / wordsPerSecond), mostSeconds);
      if (!hasReachedEnd || seconds < needed) return;
      clearInterval(timer);
      watcher.disconnect();
      read();
    }, 1_000);
    return () => {
      clearInterval(timer);
      watcher.disconnect();
    };
  }, [isActive, text, end]);
}
