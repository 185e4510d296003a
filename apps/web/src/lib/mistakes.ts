import type { z } from 'zod';
import { readFragment } from '../gql/fragment-masking.ts';
import type { UserErrorCode } from '../gql/graphql.ts';
import { type Mistake, UserErrorFragment, type UserErrorRef } from './user-error.ts';

/** What the server's userErrors say. */
export const mistakesOf = (userErrors: readonly UserErrorRef[]): Mistake[] =>
  readFragment(UserErrorFragment, userErrors).map((error) => ({
    code: error.code,
    limit: 'limit' in error ? error.limit : undefined,
    field: error.path === null ? null : error.path.join('.'),
  }));

type Issue = z.core.$ZodIssue;

const isBlank = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function codeOf(issue: Issue): UserErrorCode {
  if (issue.code === 'too_small') return isBlank(issue.input) || issue.minimum === 1 ? 'REQUIRED' : 'TOO_SHORT';
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'TOO_MANY' : 'TOO_LONG';
  return isBlank(issue.input) ? 'REQUIRED' : 'INVALID';
}

function limitOf(issue: Issue): number | undefined {
  if (issue.code === 'too_small') return Number(issue.minimum);
  return issue.code === 'too_big' ? Number(issue.maximum) : undefined;
}

/** What a rule of @cursus/rules finds, in the same words as the server's: the first mistake of each field. */
export function mistakesByRule(rule: z.ZodType, values: unknown): Mistake[] {
  const parsed = rule.safeParse(values, { reportInput: true });
  const byField = new Map<string, Mistake>();
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path.join('.');
    if (!byField.has(field)) byField.set(field, { code: codeOf(issue), limit: limitOf(issue), field });
  }
  return [...byField.values()];
}
