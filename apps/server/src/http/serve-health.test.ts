import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openBeside, openSchool } from '../../test/harness.ts';

const school = await openSchool();

const ask = async (path: string, url = school.url) => {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, caching: response.headers.get('cache-control'), body: await response.json() };
};

test('/healthz says that the process lives, and asks no database', async () => {
  let answer: unknown;
  const statements = await school.statements(async () => (answer = await ask('/healthz')));
  expect(answer).toEqual({ status: 200, caching: 'no-store', body: { status: 'alive' } });
  expect(statements).toEqual([]);
});

test('/readyz says that the database is reached and up to date, by one statement for all who ask within a second', async () => {
  let answers: unknown[] = [];
  const statements = await school.statements(async () => {
    answers = await Promise.all(Array.from({ length: 40 }, () => ask('/readyz')));
  });
  const ready = { status: 200, caching: 'no-store', body: { status: 'ready', database: 'reached', migrations: 'applied' } };
  expect(answers).toEqual(Array.from({ length: 40 }, () => ready));
  expect(statements).toHaveLength(1);
});

test('a database that lacks a migration of this version is not ready for it', async () => {
  const beside = await openBeside(school);
  const { rows } = await sql<{ name: string }>`delete from migration where id = (select max(id) from migration) returning name`.execute(
    school.db,
  );
  expect(await ask('/readyz', beside.url)).toEqual({
    status: 503,
    caching: 'no-store',
    body: { status: 'unavailable', database: 'reached', migrations: 'pending' },
  });
  await sql`insert into migration (name, executed_at) values (${rows[0]?.name}, now()), ('Migration29991231000000_newer', now())`.execute(
    school.db,
  );
  // What a newer version has applied besides is no lack.
  await expect.poll(async () => (await ask('/readyz', beside.url)).status, { timeout: 5_000 }).toBe(200);
});

test.each(['/healthz', '/readyz'])('%s takes nothing but reading', async (path) => {
  const response = await fetch(`${school.url}${path}`, { method: 'POST' });
  expect(response.status).toBe(404);
});
