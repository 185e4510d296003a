import { expect, test } from 'vitest';
import { z } from 'zod';
import { checked, given } from './input-rules.ts';
import { Refusal } from './user-error.ts';

const rule = z.object({
  title: z.string().trim().min(1).max(5),
  code: z
    .string()
    .min(3)
    .regex(/^[a-z]+$/),
  nested: z.object({ rows: z.array(z.object({ count: z.number().int() })) }).optional(),
});

function errorsOf(value: unknown) {
  try {
    checked(rule, value);
  } catch (error) {
    if (error instanceof Refusal)
      return error.userErrors.map(({ code, path, limit }) => ({ code, path, ...(limit === undefined ? {} : { limit }) }));
    throw error;
  }
  return [];
}

test('input that fits comes back clean, without what no rule knows', () => {
  expect(checked(rule, { title: ' five ', code: 'abc', id: 'not asked for' })).toEqual({ title: 'five', code: 'abc' });
});

test('each field has one error: the first that its rule tells, with the bound when there is one', () => {
  expect(errorsOf({ title: '  ', code: 'A' })).toEqual([
    { code: 'REQUIRED', path: ['title'] },
    { code: 'TOO_SHORT', path: ['code'], limit: 3 },
  ]);
  expect(errorsOf({ title: 'too long', code: 'ABC' })).toEqual([
    { code: 'TOO_LONG', path: ['title'], limit: 5 },
    { code: 'INVALID', path: ['code'] },
  ]);
});

test('a path leads into lists and objects', () => {
  const value = { title: 'a', code: 'abc', nested: { rows: [{ count: 1 }, { count: 1.5 }] } };
  expect(errorsOf(value)).toEqual([{ code: 'INVALID', path: ['nested', 'rows', '1', 'count'] }]);
});

test('what is missing, or of another type, is invalid', () => {
  expect(errorsOf({ code: 7 })).toEqual([
    { code: 'INVALID', path: ['title'] },
    { code: 'INVALID', path: ['code'] },
  ]);
});

test('an update is given what is neither absent nor null', () => {
  expect(given({ a: 'x', b: '', c: 0, d: false, e: null, f: undefined })).toEqual({ a: 'x', b: '', c: 0, d: false });
});
