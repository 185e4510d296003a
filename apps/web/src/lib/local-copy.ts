import { z } from 'zod';
import { allCopyKeys, placeOf } from './copy-places.ts';
import { changedFields } from './merge-edits.ts';

type Fields = Record<string, unknown>;

const keptDays = 30;

const rule = z.object({
  at: z.number(),
  revision: z.number().nullable(),
  changed: z.record(z.string(), z.unknown()),
  base: z.record(z.string(), z.unknown()),
});

/** What somebody changed and the server has not got yet, with the state that they changed it from. */
export interface LocalCopy {
  readonly at: number;
  /** Of what was changed; null for something new. */
  readonly revision: number | null;
  readonly changed: Fields;
  readonly base: Fields;
}

function parsed(text: string | null): LocalCopy | null {
  try {
    const copy = rule.safeParse(JSON.parse(text ?? 'null'));
    return copy.success && Date.now() - copy.data.at < keptDays * 86_400_000 ? copy.data : null;
  } catch {
    return null;
  }
}

export function readCopy(viewerId: string, name: string): LocalCopy | null {
  return parsed(localStorage.getItem(placeOf(viewerId) + name));
}

export function deleteCopy(viewerId: string, name: string): void {
  localStorage.removeItem(placeOf(viewerId) + name);
}

/** Writes down what differs from `base`. False when the browser has no room or keeps nothing. */
export function writeCopy<TValues extends Fields>(
  viewerId: string,
  name: string,
  { values, base, revision }: { values: TValues; base: TValues; revision: number | null },
): boolean {
  const fields = changedFields(values, base);
  const only = (state: TValues): Fields => Object.fromEntries(fields.map((field) => [field, state[field]]));
  const copy: LocalCopy = { at: Date.now(), revision, changed: only(values), base: only(base) };
  try {
    localStorage.setItem(placeOf(viewerId) + name, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** Whoever's they are: what nobody came back for. */
export function forgetOldCopies(): void {
  for (const key of allCopyKeys()) if (parsed(localStorage.getItem(key)) === null) localStorage.removeItem(key);
}
