import { useState } from 'react';

const storageKey = 'cursus.outline';

/** Whether the outline stands beside the lesson, where there is room for it; this browser remembers it. */
export function useOutlineShown(): [isShown: boolean, show: (isShown: boolean) => void] {
  const [isShown, setShown] = useState(() => localStorage.getItem(storageKey) !== 'hidden');
  const show = (shown: boolean): void => {
    if (shown) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'hidden');
    setShown(shown);
  };
  return [isShown, show];
}
