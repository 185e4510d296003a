import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const storageKey = 'cursus.shortcuts';
const listeners = new Set<() => void>();

const areOn = (): boolean => localStorage.getItem(storageKey) !== 'off';

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keys without Ctrl can be spoken or struck by accident: whoever wants none switches them off, for good. */
export function setShortcuts(isOn: boolean): void {
  if (isOn) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'off');
  for (const listener of listeners) listener();
}

export const useShortcutsAreOn = (): boolean => useSyncExternalStore(follow, areOn);

const typing = 'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="listbox"], [role="menu"]';
/** What answers to Space itself. */
const pressing = 'a, button, summary, video, audio, iframe, label, [role="button"], [tabindex="0"]';

/** What each key does on this page; `false` leaves it to the browser. Never while one types, nor behind an open dialog. */
export function useShortcuts(actions: Readonly<Record<string, () => boolean | void>>): void {
  const isOn = useShortcutsAreOn();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, ctrlKey, metaKey, altKey, defaultPrevented, repeat } = event;
    if (ctrlKey || metaKey || altKey || defaultPrevented || repeat || !(target instanceof Element)) return;
    if (target.closest(typing) !== null || (key === ' ' && target.closest(pressing) !== null)) return;
    if (document.querySelector('[aria-modal="true"]') !== null) return;
    const action = actions[key.toLowerCase()];
    if (action !== undefined && action() !== false) event.preventDefault();
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn]);
}
