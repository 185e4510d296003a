import { searchMaxLength } from '@cursus/rules/search';
import { type RawBuilder, sql } from 'kysely';
import { badUserInput } from './errors.ts';

/** What a search asks for, null when for nothing. */
export function searchedFor(search: string | null | undefined): string | null {
  const asked = search?.trim() ?? '';
  if (asked.length > searchMaxLength) throw badUserInput(`\`search\` has at most ${searchMaxLength} characters.`);
  return asked === '' ? null : asked;
}

const pattern = (asked: string) => sql`concat('%', search_words(${asked}), '%')`;

/** Whether a column that keeps a text's words, accents and case apart, mentions what is asked for: an index on it tells. */
export const isAmongWords = (column: string, asked: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(column)} like ${pattern(asked)}`;

/** Whether a text mentions what is asked for: both are cut to words, accents and case apart, so that no sign in it means anything to `like`. */
export const mentions = (text: RawBuilder<string>, asked: string): RawBuilder<boolean> =>
  sql<boolean>`search_words(${text}) like ${pattern(asked)}`;
