import { expect, test } from 'vitest';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { isTokenSecret, newTokenSecret } from './token-secret.ts';

const school = await openSchool();

const Me = graphql(`
  query TokenSecretMe {
    viewer {
      id
    }
  }
`);

test('a token is known by its form, and a mistyped one by its checksum', () => {
  const secret = newTokenSecret();
  const mistyped = secret.slice(0, -1) + (secret.endsWith('a') ? 'b' : 'a');
  expect([secret, mistyped, `${secret}x`, secret.slice(1), secret.toLowerCase()].map(isTokenSecret)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(new Set(Array.from({ length: 1_000 }, newTokenSecret)).size).toBe(1_000);
});

test('an invented token is refused; one that cannot be ours without a look at the database', async () => {
  const secret = newTokenSecret();
  const [invented, mistyped] = [new Caller(school.url, secret), new Caller(school.url, `${secret}x`)];
  expect((await invented.run(Me)).status).toBe(401);
  expect(await school.statements(async () => expect((await mistyped.run(Me)).status).toBe(401))).toEqual([]);
});
