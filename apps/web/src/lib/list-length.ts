import { useMemo } from 'react';
import { useLocation } from 'react-router';

const storageKey = 'cursus.lists';
/** A person goes back a few pages, not hundreds. */
const mostRemembered = 30;
/** What one request may ask for. */
const mostAtOnce = 100;

/** The latest last. */
function remembered(): [page: string, length: number][] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? (stored as [string, number][]) : [];
  } catch {
    return [];
  }
}

/**
 * How long the list of this page was when one left it, so that Back, or a reload, finds it as long again: `first` is for the query of the page,
 * `keep` is told whenever it has grown.
 */
export function useListLength(pageSize: number): { first: number; keep: (length: number) => void } {
  const { key, pathname, search } = useLocation();
  const page = `${key} ${pathname}${search}`;
  return useMemo(() => {
    const length = remembered().find(([known]) => known === page)?.[1] ?? 0;
    const whole = Math.ceil(length / pageSize) * pageSize;
    return {
      first: Math.max(pageSize, Math.min(whole, mostAtOnce - (mostAtOnce % pageSize))),
      keep: (grown) => {
        const others = remembered().filter(([known]) => known !== page);
        try {
          sessionStorage.setItem(storageKey, JSON.stringify([...others, [page, grown]].slice(-mostRemembered)));
        } catch {
          // A full or forbidden storage: then Back finds the first page.
        }
      },
    };
  }, [page, pageSize]);
}
