import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { linkIn, mailTo } from '../../test/mails.ts';

const school = await openSchool({ MAILBOX: 'true', PUBLIC_URL: 'https://school.example' });
const make = new Factory(school);
const asAdmin = await school.as((await make.user('Administrators')).uuid);

const Import = graphql(`
  mutation ImportUsers($csv: String!, $isDryRun: Boolean!) {
    importUsers(input: { csv: $csv, isDryRun: $isDryRun }) {
      lines {
        number
        username
        outcome
        userErrors {
          code
          path
        }
      }
      userErrors {
        code
        path
        ... on LimitError {
          limit
        }
      }
    }
  }
`);

const head = 'username,email,firstName,lastName,language,group';
const tableOf = (...rows: string[]): string => [head, ...rows].join('\n');
const send = async (csv: string, isDryRun = false) => (await asAdmin.data(Import, { csv, isDryRun })).importUsers;
const outcomes = async (csv: string) => (await send(csv, true))?.lines?.map(({ outcome, userErrors: [error] }) => error ?? outcome);

async function accountOf(username: string) {
  return school.db
    .selectFrom('user')
    .innerJoin('profile', 'profile.user_id', 'user.id')
    .innerJoin('group_member', 'group_member.user_id', 'user.id')
    .innerJoin('group', 'group.id', 'group_member.group_id')
    .select(['email', 'password_hash as password', 'first_name as firstName', 'last_name as lastName', 'language', 'group.name as group'])
    .where('username', '=', username)
    .execute();
}

test('a dry run tells what would happen, and changes nothing; then the accounts are there, with a mail for each', async () => {
  const csv = tableOf('grace,Grace@Example.org,Grace,Hopper,fr,instructors', 'alan,alan@example.org,Alan,"Turing, Dr",,');
  const lines = [
    { number: 2, username: 'grace', outcome: 'CREATE', userErrors: [] },
    { number: 3, username: 'alan', outcome: 'CREATE', userErrors: [] },
  ];
  expect(await send(csv, true)).toEqual({ lines, userErrors: [] });
  expect(await accountOf('grace')).toEqual([]);
  expect(await send(csv)).toEqual({ lines, userErrors: [] });
  expect(await accountOf('grace')).toEqual([
    { email: 'grace@example.org', password: '!', firstName: 'Grace', lastName: 'Hopper', language: 'fr', group: 'Instructors' },
  ]);
  expect(await accountOf('alan')).toMatchObject([{ lastName: 'Turing, Dr', group: 'Students' }]);
  expect(linkIn(await mailTo(school, 'alan@example.org', 'Your account at Cursus')).secret).not.toBe('');
  expect((await send(csv))?.lines?.map(({ outcome }) => outcome)).toEqual(['SKIP', 'SKIP']);
});

test('a table of French Excel is read: its mark, semicolons, other names and orders of columns', async () => {
  const csv = '\ufeffLast name;First name;E-mail;Username\r\nL’Écuyer;Zoé;zoe@example.org;zoe\r\n;;;\r\n';
  expect(await outcomes(csv)).toEqual(['CREATE']);
});

test('what cannot be is told by row and column, and nothing of the table is imported', async () => {
  const present = await make.user();
  const csv = tableOf(
    'fine,fine@example.org,A,B,,',
    'x,not an address,,B,xyz,Wizards',
    `${present.username},other@example.org,A,B,,`,
    `newone,${present.username}@example.org,A,B,,`,
    'fine,twice@example.org,A,B,,',
    'alone,FINE@example.org,A,B,,',
  );
  const payload = await send(csv);
  expect(payload?.userErrors).toEqual([{ code: 'INVALID', path: ['csv'] }]);
  expect(
    payload?.lines?.map(({ number, outcome, userErrors }) => [
      number,
      outcome,
      ...userErrors.map(({ code, path }) => `${code} ${path?.join() ?? ''}`),
    ]),
  ).toEqual([
    [2, 'CREATE'],
    [3, 'REFUSE', 'TOO_SHORT username', 'INVALID email', 'REQUIRED firstName', 'INVALID language', 'NOT_FOUND group'],
    [4, 'REFUSE', 'TAKEN username'],
    [5, 'REFUSE', 'TAKEN email'],
    [6, 'REFUSE', 'TAKEN username'],
    [7, 'REFUSE', 'TAKEN email'],
  ]);
  expect(await accountOf('fine')).toEqual([]);
});

test.each([
  ['', 'REQUIRED'],
  [head, 'REQUIRED'],
  ['username,email,firstName\nx,y,z', 'REQUIRED'],
  [`${head},isSuperuser\nada,a@example.org,A,L,,,true`, 'INVALID'],
  ['username,username,email,firstName,lastName\na,b,c,d,e', 'INVALID'],
  [`${head}\n"ada,a@example.org,A,L,,`, 'INVALID'],
])('%j is no table of accounts', async (csv, code) => {
  expect(await send(csv)).toEqual({ lines: null, userErrors: [{ code, path: ['csv'] }] });
});

test('a thousand rows are imported at once, one more is refused', async () => {
  const rows = Array.from({ length: 1_001 }, (_, at) => `many${at},many${at}@example.org,A,B,,`);
  expect(await send(tableOf(...rows))).toEqual({ lines: null, userErrors: [{ code: 'TOO_MANY', path: ['csv'], limit: 1_000 }] });
  const payload = await send(tableOf(...rows.slice(1)));
  expect(payload?.userErrors).toEqual([]);
  expect(new Set(payload?.lines?.map(({ outcome }) => outcome))).toEqual(new Set(['CREATE']));
  const { count } = await school.db
    .selectFrom('user')
    .where('username', 'like', 'many%')
    .select((all) => all.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(1_000);
}, 60_000);

test('of the same table sent five times at once, one is imported', async () => {
  const csv = tableOf('atonce,atonce@example.org,A,B,,');
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(csv)));
  expect(answers.map((answer) => String(answer?.lines?.[0]?.outcome)).toSorted()).toEqual(['CREATE', 'SKIP', 'SKIP', 'SKIP', 'SKIP']);
});

test('nobody puts people in a group that may do more than they do, and a stranger imports nobody', async () => {
  const csv = tableOf('mallory,mallory@example.org,M,M,,Administrators');
  const manager = await school.as((await make.userWith(['user.manage'])).uuid);
  const payload = (await manager.data(Import, { csv, isDryRun: false })).importUsers;
  expect(payload?.lines?.[0]?.userErrors).toEqual([{ code: 'NOT_YOURS_TO_GIVE', path: ['group'] }]);
  const support = tableOf('trent,trent@example.org,T,T,,Support', 'walter,walter@example.org,W,W,,Students');
  const planned = (await manager.data(Import, { csv: support, isDryRun: true })).importUsers?.lines;
  expect(planned?.map(({ outcome, userErrors }) => [outcome, userErrors[0]?.code])).toEqual([
    ['REFUSE', 'NOT_YOURS_TO_GIVE'],
    ['CREATE', undefined],
  ]);
  const stranger = await school.as((await make.user('Instructors')).uuid);
  expect((await stranger.run(Import, { csv, isDryRun: true })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await accountOf('mallory')).toEqual([]);
});
