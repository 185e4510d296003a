import * as argon2 from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, verify: vi.fn<typeof argon2.verify>(real.verify) };
});

const school = await openSchool();
const { username } = await new Factory(school).user();

/** What two answers may differ in: when they were given, and what is left of the minute. */
const passing = new Set(['date', 'ratelimit-remaining', 'ratelimit-reset']);

async function look(login: string) {
  vi.mocked(argon2.verify).mockClear();
  const query = `mutation { signIn(input: { login: "${login}", password: "a wrong password" }) { credentials { accessToken } challenge { secret } userErrors { code message path } } }`;
  let told = {};
  const statements = await school.statements(async () => {
    const { status, headers, data, errors } = await school.nobody.post(JSON.stringify({ query }), { 'content-type': 'application/json' });
    told = { status, data, errors, headers: [...headers].filter(([name]) => !passing.has(name)) };
  });
  const alike = statements.map((text) => text.replaceAll(/'[^']*'|\bnull\b/g, '?'));
  return { told, statements: alike, passwordsChecked: vi.mocked(argon2.verify).mock.calls.length };
}

test('known and unknown accounts are answered alike: status, body, headers, statements, and one password checked', async () => {
  await look('warm');
  const [known, unknown, address] = [await look(username), await look('nobody-at-all'), await look('nobody@example.org')];
  expect(known).toEqual(unknown);
  expect(known.passwordsChecked).toBe(1);
  expect(address.told).toEqual(known.told);
  expect(address.statements.length).toBe(known.statements.length);
});
