const prefix = 'cursus.copy';

/** A copy is one person's: another account on the same device never meets its key. */
export const placeOf = (viewerId: string): string => `${prefix}.${viewerId}.`;

const keysOf = (start: string): string[] => Object.keys(localStorage).filter((key) => key.startsWith(start));

/** The keys of all copies on this device, whoever's they are. */
export const allCopyKeys = (): string[] => keysOf(`${prefix}.`);

/** What has something that it is about to write. */
export const unwritten = new Set<{ now: () => void }>();

/** How many copies there are, those that are about to be written included. */
export function countCopies(viewerId: string): number {
  for (const keeper of unwritten) keeper.now();
  return keysOf(placeOf(viewerId)).length;
}

export function deleteCopies(viewerId: string): void {
  for (const key of keysOf(placeOf(viewerId))) localStorage.removeItem(key);
}
