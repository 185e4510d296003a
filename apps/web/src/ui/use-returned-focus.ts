import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before this was drawn, once it is gone: to the field in which one was writing. */
export function useReturnedFocus(): void {
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body;
        if (isNowhere && from instanceof HTMLElement && from.isConnected) from.focus();
      });
    },
    [from],
  );
}
