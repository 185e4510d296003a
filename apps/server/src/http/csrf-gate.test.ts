import { expect, test } from 'vitest';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const address = `${school.url}/graphql`;
const read = `${address}?query=${encodeURIComponent('{ signUpPolicy }')}`;
const body = JSON.stringify({ query: '{ signUpPolicy }' });
const [cookie, preflight, json] = [{ cookie: 'any=one' }, { 'apollo-require-preflight': 'true' }, { 'content-type': 'application/json' }];

const codeOf = async (response: Response): Promise<string> => {
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code ?? 'ANSWERED';
};

/** What a page of another site can send in a visitor's name without asking this server first. */
test.each([
  ['an image', read, {}],
  ['a form', address, { method: 'POST', body: new URLSearchParams({ query: '{ signUpPolicy }' }) }],
  ['a form of text', address, { method: 'POST', body, headers: { 'content-type': 'text/plain' } }],
  ['a form of text, in other letters', address, { method: 'POST', body, headers: { 'content-type': 'Text/PLAIN; charset=utf-8' } }],
  ['a form with a file', address, { method: 'POST', body: new FormData() }],
] as const)('%s is refused where it carries a cookie', async (_name, url, request: RequestInit) => {
  const response = await fetch(url, { ...request, headers: { ...request.headers, ...cookie } });
  expect([response.status, await codeOf(response)]).toEqual([403, 'CSRF_PREVENTION']);
});

test.each([
  ['a read without a cookie', read, {}],
  ['a read with the header', read, { headers: { ...cookie, ...preflight } }],
  ['a read that says that it is JSON', read, { headers: { ...cookie, ...json } }],
  ['JSON', address, { method: 'POST', body, headers: { ...cookie, ...json } }],
] as const)('%s is answered', async (_name, url, request: RequestInit) => {
  const response = await fetch(url, request);
  expect([response.status, await codeOf(response)]).toEqual([200, 'ANSWERED']);
});

test('no page of another site is told that it may send more', async () => {
  const headers = {
    origin: 'https://other.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  const response = await fetch(address, { method: 'OPTIONS', headers });
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
});
