import { useEffect, useLayoutEffect, useRef } from 'react';
import { catchFocus } from './lost-focus.ts';

const handleOf = (rowId: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-sortable-handle="${CSS.escape(rowId)}"]`);

/** To the row of a `SortableList`, once what is now being drawn (a dialog that closes, a row in its new place) is on the page. */
export function focusRow(rowId: string): void {
  requestAnimationFrame(() => handleOf(rowId)?.focus());
}

/** The same, unless the focus is somewhere else by then: who pressed another field has gone there. */
export function catchFocusInRow(rowId: string): void {
  catchFocus(() => handleOf(rowId));
}

/** A browser takes the focus from an element that is moved in the page; this gives it back to the handle of the row that had it. */
export function useKeptFocus(): (rowId: string) => void {
  const wanted = useRef<string | null>(null);

  useLayoutEffect(() => {
    if (wanted.current !== null && document.activeElement === document.body) handleOf(wanted.current)?.focus();
  });

  useEffect(() => {
    const follow = ({ target }: FocusEvent): void => {
      wanted.current = target instanceof HTMLElement ? (target.dataset['sortableHandle'] ?? null) : null;
    };
    const forget = (): void => {
      wanted.current = null;
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', forget);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', forget);
    };
  }, []);

  return (rowId) => {
    wanted.current = rowId;
    handleOf(rowId)?.focus();
  };
}
