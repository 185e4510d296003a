import { randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { sessionOfAccessToken, signAccessToken } from './access-token.ts';
import { newRefreshToken } from './refresh-token.ts';

const school = await openSchool();
const make = new Factory(school);
const secret = school.services.env.AUTH_SECRET;

const query = JSON.stringify({ query: '{ viewer { id } }' });

const ask = (authorization: string) =>
  fetch(`${school.url}/graphql`, { method: 'POST', body: query, headers: { 'content-type': 'application/json', authorization } });

async function session() {
  const person = await make.user();
  await school.as(person.uuid);
  const { id } = await school.db.selectFrom('session').select('id').where('user_id', '=', person.uuid).executeTakeFirstOrThrow();
  return { id, userId: person.uuid };
}

const now = () => Math.floor(Date.now() / 1_000);
const open = await session();
const claims = { sub: open.userId, sid: open.id, use: 'access', iss: 'cursus', aud: 'cursus-api', iat: now(), exp: now() + 60 };
const base64 = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const without = (...names: (keyof typeof claims)[]) =>
  Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name as 'sid')));
const signed = (payload: object, key = secret, algorithm: jwt.Algorithm = 'HS256') =>
  jwt.sign(payload, key, { algorithm, noTimestamp: !('iat' in payload) });

test('a token of ours opens the API to its person', async () => {
  const response = await ask(`Bearer ${signed(claims)}`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ data: { viewer: { id: expect.any(String) as string } } });
});

const header = { alg: 'HS256', typ: 'JWT' };
const refused: Readonly<Record<string, string>> = {
  'nothing behind Bearer': 'Bearer ',
  'another scheme': `Basic ${base64('a:b')}`,
  'no token at all': 'Bearer nonsense',
  'three words that are no token': 'Bearer a.b.c',
  'a payload that is no JSON': `Bearer ${base64(header)}.${base64('not json')}.c2ln`,
  'a payload that is null': `Bearer ${base64(header)}.${base64('null')}.c2ln`,
  'a header that is no object': `Bearer ${base64('"x"')}.${base64(claims)}.c2ln`,
  'no algorithm': `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`,
  'no algorithm, with a signature': `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.c2ln`,
  'another algorithm of the same family': `Bearer ${signed(claims, secret, 'HS512')}`,
  'another key': `Bearer ${signed(claims, 'x'.repeat(48))}`,
  'no signature': `Bearer ${signed(claims).split('.').slice(0, 2).join('.')}.`,
  'no end': `Bearer ${signed(without('exp'))}`,
  'an end that is over': `Bearer ${signed({ ...claims, iat: now() - 700, exp: now() - 100 })}`,
  'an end that is far away': `Bearer ${signed({ ...claims, iat: now() - 660, exp: now() + 1_000_000 })}`,
  'no beginning': `Bearer ${signed(without('iat'))}`,
  'a beginning to come': `Bearer ${signed({ ...claims, nbf: now() + 600 })}`,
  'another issuer': `Bearer ${signed({ ...claims, iss: 'elsewhere' })}`,
  'another audience': `Bearer ${signed({ ...claims, aud: 'elsewhere' })}`,
  'another use': `Bearer ${signed({ ...claims, use: 'refresh' })}`,
  'no use': `Bearer ${signed(without('use'))}`,
  'no session': `Bearer ${signed(without('sid'))}`,
  'a session that is none': `Bearer ${signed({ ...claims, sid: randomUUID() })}`,
  'a refresh token': `Bearer ${newRefreshToken(open.id)}`,
};

test.each(Object.entries(refused))('%s is 401, never silently nobody', async (_, authorization) => {
  const response = await ask(authorization);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await response.json()).toEqual({ errors: [{ message: expect.any(String) as string, extensions: { code: 'UNAUTHENTICATED' } }] });
});

test.each([
  ['ended', { ended_at: new Date() }],
  ['expired', { expires_at: new Date(Date.now() - 1_000) }],
  ['unused for 15 days', { rotated_at: new Date(Date.now() - 15 * 86_400_000 - 1_000) }],
])('the token of a session that is %s is 401', async (_, fields) => {
  const over = await session();
  const { accessToken } = signAccessToken(secret, over, new Date());
  expect((await ask(`Bearer ${accessToken}`)).status).toBe(200);
  await school.db.updateTable('session').set(fields).where('id', '=', over.id).execute();
  // What plain SQL changes is told by the database, within a second.
  await expect.poll(async () => (await ask(`Bearer ${accessToken}`)).status, { timeout: 1_000 }).toBe(401);
});

test('a token tells its session until the very second at which it says that it ends', () => {
  const issued = new Date();
  const { accessToken, expiresAt } = signAccessToken(secret, open, issued);
  expect(sessionOfAccessToken(secret, accessToken)?.id).toBe(open.id);
  expect(expiresAt.getTime() - Math.floor(issued.getTime() / 1_000) * 1_000).toBe(600_000);
});
