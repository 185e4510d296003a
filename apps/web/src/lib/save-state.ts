import type { z } from 'zod';
import type { OtherEdit } from './edit-conflict.ts';
import type { Failure } from './failure.ts';
import { isSame } from './merge-edits.ts';
import type { Mistake } from './user-error.ts';

export type Fields = Record<string, unknown>;

/** What the server has. */
export interface Stored<TValues> {
  readonly values: TValues;
  readonly revision: number;
}

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'conflict'; readonly other: OtherEdit };

/** An edit of mine beside one that came first. */
export interface EditConflict<TValues> {
  readonly other: OtherEdit;
  readonly theirs: Stored<TValues>;
  /** What both changed. */
  readonly contested: readonly string[];
}

export type SaveState<TValues> =
  | { readonly status: 'untouched' | 'pending' | 'saving' | 'invalid' }
  | { readonly status: 'saved'; readonly at: number }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'conflict'; readonly conflict: EditConflict<TValues> };

export interface AutosaveOptions<TValues extends Fields> {
  stored: Stored<TValues>;
  rule: z.ZodType<TValues, TValues>;
  /** Throws when nobody knows whether it was saved. */
  send: (values: TValues, revision: number) => Promise<SaveAnswer>;
  /** Null when it is gone. */
  readAgain: () => Promise<Stored<TValues> | null>;
  /** Each time that something is about to be sent: what is wrong, or nothing. */
  onMistakes: (mistakes: readonly Mistake[]) => void;
  /** The form is to show these from now on. `other` is whose edit is in them, when nobody had to decide. */
  onReplaced: (values: TValues, replaced: { fields: readonly string[]; other: OtherEdit | null }) => void;
}

/** The form's field that a mistake is about, where it has one. */
export const fieldOf = ({ field }: Mistake): string => field?.split('.')[0] ?? '';

/** As the rule makes it: spaces at the ends of a title are no change. */
export const cleanedBy = <TValues extends Fields>(rule: z.ZodType<TValues, TValues>, values: TValues): TValues =>
  rule.safeParse(values).data ?? values;

/** A field as the server refused it: it is wrong until something else is written there. */
export interface RefusedField {
  readonly mistake: Mistake;
  readonly value: unknown;
}

export const isStillRefused = ({ mistake, value }: RefusedField, values: Fields): boolean => isSame(values[fieldOf(mistake)], value);
