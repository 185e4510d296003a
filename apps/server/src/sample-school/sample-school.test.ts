import { expect, test } from 'vitest';
import { openSchool } from '../../test/harness.ts';
import { addSampleSchool, loadSampleSchool, sampleAccounts } from './load-sample-school.ts';

const school = await openSchool();
const tables = [
  'user',
  'subject',
  'course',
  'module',
  'content',
  'item',
  'text',
  'file',
  'image',
  'video',
  'stored_file',
  'enrolment',
  'completion',
] as const;

async function rowCounts(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    tables.map(async (table) => {
      const { count } = await school.db
        .selectFrom(table)
        .select((all) => all.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      return [table, Number(count)] as const;
    }),
  );
  return Object.fromEntries(counts);
}

test('the sample school is loaded into an empty database, and loading it again changes nothing', async () => {
  const told: string[] = [];
  await loadSampleSchool(school.services, (text) => told.push(text));
  const first = await rowCounts();
  expect(first).toMatchObject({ subject: 5, course: 10 });
  for (const kind of ['text', 'file', 'image', 'video']) expect(first[kind]).toBeGreaterThan(0);
  await addSampleSchool(school.services);
  expect(await rowCounts()).toEqual(first);
  await loadSampleSchool(school.services, (text) => told.push(text));
  expect(told).toEqual(['Loading the sample school']);
});

test('the printed accounts are there', async () => {
  const users = await school.db.selectFrom('user').select('username').execute();
  expect(users.map(({ username }) => username)).toEqual(expect.arrayContaining(sampleAccounts.map(({ username }) => username)));
});
