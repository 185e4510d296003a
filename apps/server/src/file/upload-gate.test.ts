import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { contentOf, formOf, upload } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);
const caller = await school.as((await make.user('Instructors')).uuid);
const file = { use: 'FILE', name: 'x.txt', bytes: contentOf.text } as const;

const parts = () => readdir(join(school.services.env.DATA_DIR, 'files', 'parts'));
const kept = () => school.db.selectFrom('stored_file').select('id').execute();

/** A request whose headers and body need not fit: what answers it, or null when the connection ended without an answer. */
function sendRaw(
  by: Caller,
  { headers, body, cut }: { headers: Record<string, string>; body: Buffer; cut?: boolean },
): Promise<number | null> {
  return new Promise((resolve) => {
    const sent = request(`${school.url}/graphql`, {
      method: 'POST',
      headers: { 'apollo-require-preflight': 'true', ...headers, ...by.headers },
    });
    sent.on('response', (response) => {
      resolve(response.statusCode ?? null);
      response.resume();
      sent.destroy();
    });
    sent.on('error', () => resolve(null));
    sent.write(body, () => cut && sent.destroy());
    if (cut !== true) sent.flushHeaders();
  });
}

/** An upload as it goes over the wire. */
async function wire() {
  const whole = new Request(school.url, { method: 'POST', body: formOf(file) });
  return { type: whole.headers.get('content-type') ?? '', body: Buffer.from(await whole.arrayBuffer()) };
}

test('who is signed out is refused in front of the parser, and nothing is left of it', async () => {
  const answer = await upload(school.nobody, file);
  expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  expect([await parts(), await kept()]).toEqual([[], []]);
});

test('an upload without the header that no form can send is refused', async () => {
  const answer = await caller.post(formOf(file), {});
  expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'CSRF_PREVENTION' } }] });
});

test('an upload that does not tell its length is refused', async () => {
  const { type, body } = await wire();
  expect(await sendRaw(caller, { headers: { 'content-type': type, 'transfer-encoding': 'chunked' }, body })).toBe(400);
});

test('an upload that tells too much is refused before it is sent', async () => {
  const { type, body } = await wire();
  const student = await school.as((await make.user()).uuid);
  const headers = (length: number) => ({ 'content-type': type, 'content-length': String(length) });
  expect(await sendRaw(student, { headers: headers(6 * 1024 ** 2), body })).toBe(413);
  expect(await sendRaw(caller, { headers: headers(2 * 1024 ** 3), body })).toBe(413);
});

test('a file in the middle of which the connection ends is not kept, and the server goes on', async () => {
  const { type, body } = await wire();
  const headers = { 'content-type': type, 'content-length': String(body.length + 100_000) };
  for (const end of [body.length - 80, body.indexOf('Ça') + 3, body.length]) {
    await sendRaw(caller, { headers, body: body.subarray(0, end), cut: true });
  }
  await expect.poll(parts).toEqual([]);
  expect(await kept()).toEqual([]);
  expect((await upload(caller, file)).data?.uploadFile?.userErrors).toEqual([]);
});

test.each([
  ['no operations', {}],
  ['operations that are no JSON', { operations: '{' }],
  ['no map', { operations: '{"query":"{ viewer { id } }"}' }],
  ['a map that is no map', { operations: '{"query":"{ viewer { id } }"}', map: '[]' }],
  [
    'two files',
    { operations: '{"query":"{ viewer { id } }","variables":{"a":null,"b":null}}', map: '{"0":["variables.a"],"1":["variables.b"]}' },
  ],
])('a form with %s is told so in JSON', async (_, fields) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const answer = await caller.post(form, { 'apollo-require-preflight': 'true' });
  expect([400, 413]).toContain(answer.status);
  expect(['BAD_USER_INPUT', 'PAYLOAD_TOO_LARGE']).toContain(answer.errors[0]?.extensions.code);
});
