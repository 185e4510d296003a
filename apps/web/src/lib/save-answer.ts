import { type EditConflictRef, otherEditIn } from './edit-conflict.ts';
import { mistakesOf } from './mistakes.ts';
import type { SaveAnswer } from './save-state.ts';
import type { UserErrorRef } from './user-error.ts';

/** What the payload of an update means for who writes. */
export function saveAnswerOf(
  userErrors: readonly (UserErrorRef & EditConflictRef)[],
  saved: { revision: number } | null | undefined,
): SaveAnswer {
  const other = otherEditIn(userErrors);
  if (other !== null) return { kind: 'conflict', other };
  if (userErrors.length > 0) return { kind: 'refused', mistakes: mistakesOf(userErrors) };
  if (saved === null || saved === undefined) throw new Error('The update answered neither what is saved nor why not.');
  return { kind: 'saved', revision: saved.revision };
}
