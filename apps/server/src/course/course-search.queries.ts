import { searchMaxLength } from '@cursus/rules/search';
import { sql } from 'kysely';
import { badUserInput } from '../kernel/errors.ts';
import { OrderDirection, type OrderKey } from '../kernel/paging.ts';

/** The best first: words of the title weigh more than those of module titles, and those more than the overview's. */
export const relevanceOrder: OrderKey = { column: 'relevance', type: 'bigint', direction: OrderDirection.DESC };

/** What is asked for, or null when that is nothing. */
export function askedFor(search: string | null | undefined): string | null {
  const asked = search?.trim() ?? '';
  if (asked.length > searchMaxLength) throw badUserInput(`\`search\` has at most ${searchMaxLength} characters.`);
  return asked === '' ? null : asked;
}

/** The published courses that a search finds, as a table to join: `course_id` and `relevance`. The migration course_search says how. */
export const foundBy = (asked: string) => sql<{ course_id: string; relevance: string }>`search_courses(${asked})`.as<'found'>(sql`found`);
