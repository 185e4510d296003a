import type { z } from 'zod';
import { Refusal, type UserError, UserErrorCode } from './user-error.ts';

type Issue = z.core.$ZodIssue;

function userErrorOf(issue: Issue): UserError {
  const path = issue.path.map(String);
  const field = path.at(-1) ?? 'input';
  if (issue.code === 'too_small' && issue.origin === 'string') {
    const limit = Number(issue.minimum);
    return limit <= 1
      ? { code: UserErrorCode.REQUIRED, path, message: `${field} must not be empty.` }
      : { code: UserErrorCode.TOO_SHORT, path, limit, message: `${field} has at least ${limit} characters.` };
  }
  if (issue.code === 'too_small' && issue.origin === 'array' && issue.minimum === 1) {
    return { code: UserErrorCode.REQUIRED, path, message: `${field} has one entry at least.` };
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const limit = Number(issue.maximum);
    return { code: UserErrorCode.TOO_LONG, path, limit, message: `${field} has at most ${limit} characters.` };
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    const limit = Number(issue.maximum);
    return { code: UserErrorCode.TOO_MANY, path, limit, message: `${field} has at most ${limit} entries.` };
  }
  return { code: UserErrorCode.INVALID, path, message: `${field} has not the form that is asked for.` };
}

/** The one place where input meets the rules of packages/rules: the cleaned value, or a Refusal with one error a field. */
export function checked<Rule extends z.ZodType>(rule: Rule, value: unknown): z.output<Rule> {
  const result = rule.safeParse(value);
  if (result.success) return result.data;
  const firstByField = new Map<string, UserError>();
  for (const issue of result.error.issues) {
    const error = userErrorOf(issue);
    const key = error.path?.join('.') ?? '';
    if (!firstByField.has(key)) firstByField.set(key, error);
  }
  throw new Refusal([...firstByField.values()]);
}

/** What a partial update names: fields that are absent or null stay as they are. */
export function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
