import { unwritten } from './copy-places.ts';
import { deleteCopy, forgetOldCopies, type LocalCopy, readCopy, writeCopy } from './local-copy.ts';
import { changedFields, isSame } from './merge-edits.ts';

type Fields = Record<string, unknown>;

const writeAfterMs = 300;

/** What a form holds, and what the server has of it; no revision: nothing yet. */
interface Noted<TValues> {
  readonly values: TValues;
  readonly base: TValues;
  readonly revision: number | null;
}

/** Keeps the local copy of one form: written shortly after each change, gone at once when the server has everything. Nobody's is not kept. */
export class CopyKeeper<TValues extends Fields> {
  readonly #viewerId: string | null;
  readonly #name: string;
  #noted: Noted<TValues> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(viewerId: string | null, name: string) {
    this.#viewerId = viewerId;
    this.#name = name;
  }

  /** What was left behind and differs from what is there now. */
  left(present: TValues): LocalCopy | null {
    forgetOldCopies();
    const copy = this.#viewerId === null ? null : readCopy(this.#viewerId, this.#name);
    if (copy === null || changedFields(copied(present, copy.changed), present).length > 0) return copy;
    this.drop();
    return null;
  }

  note(noted: Noted<TValues>): void {
    this.#noted = noted;
    unwritten.add(this);
    clearTimeout(this.#timer);
    if (isSame(noted.values, noted.base)) this.now();
    else this.#timer = setTimeout(() => this.now(), writeAfterMs);
  }

  /** Writes what is still to be written, as when the page goes. */
  now(): void {
    clearTimeout(this.#timer);
    const noted = this.#noted;
    this.#forget();
    if (noted === null || this.#viewerId === null) return;
    if (isSame(noted.values, noted.base)) deleteCopy(this.#viewerId, this.#name);
    else writeCopy(this.#viewerId, this.#name, noted);
  }

  drop(): void {
    clearTimeout(this.#timer);
    this.#forget();
    if (this.#viewerId !== null) deleteCopy(this.#viewerId, this.#name);
  }

  #forget(): void {
    this.#noted = null;
    unwritten.delete(this);
  }
}

/** A state with the fields of a copy. */
export function copied<TValues extends Fields>(state: TValues, fields: Fields): TValues {
  const known = Object.fromEntries(Object.entries(fields).filter(([field]) => field in state)) as Partial<TValues>;
  return { ...state, ...known };
}
