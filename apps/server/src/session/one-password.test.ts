import * as argon2 from '@node-rs/argon2';
import { beforeEach, expect, test, vi } from 'vitest';
import { Factory, testPassword } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn<typeof argon2.verify>(real.verify) };
});

const school = await openSchool();
const { username } = await new Factory(school).user();

beforeEach(() => {
  vi.mocked(argon2.verify).mockClear();
});

const signIns = (count: number, password: string): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `a${at}: signIn(input: { login: "${username}", password: "${password}" }) { credentials { accessToken } userErrors { code } }`,
  ).join(' ');

const send = (query: string) =>
  school.nobody.post<Record<string, unknown>>(JSON.stringify({ query }), { 'content-type': 'application/json' });

test('twenty passwords in one operation: one is checked, the others are refused', async () => {
  const { status, data, errors } = await send(`mutation { ${signIns(19, 'a wrong password')} last: ${signIns(1, testPassword).slice(4)} }`);
  expect(vi.mocked(argon2.verify)).toHaveBeenCalledTimes(1);
  expect(status).toBe(200);
  expect(data).toMatchObject({ a0: { credentials: null, userErrors: [{ code: 'WRONG_CREDENTIALS' }] }, a1: null, last: null });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array.from({ length: 19 }, () => 'RATE_LIMITED'));
});

test('a thousand are refused before one is checked', async () => {
  expect(await send(`mutation { ${signIns(1_000, testPassword)} }`)).toMatchObject({
    data: null,
    errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }],
  });
  expect(vi.mocked(argon2.verify)).not.toHaveBeenCalled();
});

test('an array of operations is no request', async () => {
  const query = `mutation { ${signIns(1, testPassword)} }`;
  const { status, errors } = await school.nobody.post(JSON.stringify([{ query }, { query }]), { 'content-type': 'application/json' });
  expect(status).toBe(400);
  expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(vi.mocked(argon2.verify)).not.toHaveBeenCalled();
});
