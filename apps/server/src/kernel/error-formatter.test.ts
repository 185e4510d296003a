import { GraphQLError, parse } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { errorFormatter } from './error-formatter.ts';
import { badUserInput, notFound } from './errors.ts';

/** A formatter and what it writes into the log. */
function formatter() {
  const lines: string[] = [];
  const format = errorFormatter(pino({ level: 'error' }, { write: (line: string) => void lines.push(line) }));
  const tell = (error: unknown, code = 'INTERNAL_SERVER_ERROR') => {
    const originalError = error instanceof Error ? error : undefined;
    const thrown =
      error instanceof GraphQLError
        ? error
        : new GraphQLError('a field failed', { path: ['course'], ...(originalError ? { originalError } : {}) });
    return format({ message: thrown.message, path: ['course'], extensions: { code, stacktrace: ['secret'] } }, thrown);
  };
  return { tell, lines };
}

const databaseError = (code: string, message = 'select * from "user"') => Object.assign(new Error(message), { code });

test.each([
  ['an Error', new Error('password of ada is 1234')],
  ['an error of the database', databaseError('23502')],
  ['a wrapped error', new Error('outer', { cause: new TypeError('secret') })],
  ['something that is no error', 'secret'],
])('%s is masked behind a reference that the log knows', (_, error) => {
  const { tell, lines } = formatter();
  const told = tell(error);
  const { reference } = told.extensions as { reference: string };
  expect(told).toEqual({
    message: 'Something went wrong on our side.',
    path: ['course'],
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(reference);
});

test('what the log says is what went wrong', () => {
  const { tell, lines } = formatter();
  tell(new Error('the very cause'));
  expect(lines[0]).toContain('the very cause');
});

test('our own errors are told as they stand, and leave the log alone', () => {
  const { tell, lines } = formatter();
  for (const error of [notFound(), badUserInput('The id is malformed.')]) {
    expect(tell(error, error.code)).toMatchObject({ message: error.message, extensions: { code: error.code } });
  }
  expect(lines).toEqual([]);
});

test('what GraphQL says of a document is told; nothing but the code goes with it', () => {
  const { tell, lines } = formatter();
  let thrown: unknown;
  try {
    parse('{ course(');
  } catch (error) {
    thrown = error;
  }
  const told = tell(thrown, 'GRAPHQL_PARSE_FAILED');
  expect(told.message).toContain('Syntax Error');
  expect(told.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
  expect(lines).toEqual([]);
});

test('a code of ours on an error of another is not believed', () => {
  const { tell } = formatter();
  expect(tell(Object.assign(new Error('secret'), { code: 'NOT_FOUND' }), 'NOT_FOUND').extensions).toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
  });
});

test.each(['ECONNREFUSED', '57P01', '53300'])('a database that is away (%s) is UNAVAILABLE', (code) => {
  const { tell } = formatter();
  const told = tell(new Error('query failed', { cause: databaseError(code) }));
  expect(told).toMatchObject({ message: expect.stringContaining('Try again') as string, extensions: { code: 'UNAVAILABLE' } });
});

test('a statement that took too long is TIMEOUT', () => {
  expect(formatter().tell(databaseError('57014')).extensions).toMatchObject({ code: 'TIMEOUT' });
});

test('a text with a zero character is the caller’s to mend', () => {
  const { tell, lines } = formatter();
  expect(tell(databaseError('22021'))).toEqual({
    message: 'A text cannot hold the character U+0000.',
    path: ['course'],
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(lines).toEqual([]);
});
