import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { globalId } from '../kernel/global-id.ts';
import { defaultGroupIds } from './default-groups.ts';

const school = await openSchool();
const make = new Factory(school);
const administrators = globalId('Group', defaultGroupIds.Administrators);

const Leave = graphql(`
  mutation LastLeave($groupId: ID!, $userIds: [ID!]!) {
    removeGroupMembers(input: { groupId: $groupId, userIds: $userIds }) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Weaken = graphql(`
  mutation LastWeaken($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Delete = graphql(`
  mutation LastDelete($id: ID!) {
    deleteGroup(input: { id: $id }) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Empty = graphql(`
  mutation LastEmpty($userId: ID!) {
    setUserGroups(input: { userId: $userId, groupIds: [] }) {
      userErrors {
        code
        path
      }
    }
  }
`);

const last = [{ code: 'LAST_ADMINISTRATOR', path: null }];
let person: Made;
const admins = async () =>
  (await sql`select from group_member where group_id = ${defaultGroupIds.Administrators}`.execute(school.db)).rows.length;

/** One administrator, by their group alone. */
beforeEach(async () => {
  const before = await sql<{
    id: string;
  }>`select user_id as id from group_member where group_id = ${defaultGroupIds.Administrators}`.execute(school.db);
  person = await make.user('Administrators');
  await sql`delete from group_member where group_id = ${defaultGroupIds.Administrators} and user_id = any(${before.rows.map(({ id }) => id)}::uuid[])`.execute(
    school.db,
  );
});

test('by no group edit, no way out of a group, and no deletion is the last administrator’s right taken', async () => {
  const admin = await school.as(person.uuid);
  expect((await admin.data(Leave, { groupId: administrators, userIds: [person.id] })).removeGroupMembers?.userErrors).toEqual(last);
  expect((await admin.data(Empty, { userId: person.id })).setUserGroups?.userErrors).toEqual(last);
  for (const permissions of [[], ['USER_MANAGE' as const], ['GROUP_MANAGE' as const]])
    expect((await admin.data(Weaken, { input: { id: administrators, permissions } })).updateGroup?.userErrors).toEqual(last);
  expect(await admins()).toBe(1);
});

test('a group that carries the last administrator is not deleted', async () => {
  const admin = await school.as(person.uuid);
  const other = '00000000-0000-4000-8000-00000000000a';
  await sql`insert into "group" (id, name) values (${other}, 'The only ones')`.execute(school.db);
  await sql`insert into group_permission select ${other}, permission from group_permission where group_id = ${defaultGroupIds.Administrators}`.execute(
    school.db,
  );
  await sql`insert into group_member values (${other}, ${person.uuid})`.execute(school.db);
  expect((await admin.data(Leave, { groupId: administrators, userIds: [person.id] })).removeGroupMembers?.userErrors).toEqual([]);
  expect((await admin.data(Delete, { id: globalId('Group', other) })).deleteGroup?.userErrors).toEqual(last);
  await sql`insert into group_member values (${defaultGroupIds.Administrators}, ${person.uuid})`.execute(school.db);
  expect((await admin.data(Delete, { id: globalId('Group', other) })).deleteGroup?.userErrors).toEqual([]);
});

test.each([
  ['the account is deleted', 'delete from "user" where id = $1'],
  ['the account is suspended', 'update "user" set suspended_at = now() where id = $1'],
  ['the membership is deleted', 'delete from group_member where user_id = $1'],
])('plain SQL keeps the last administrator too: %s', async (_name, statement) => {
  await expect(school.services.orm.em.fork().execute(statement.replace('$1', '?'), [person.uuid])).rejects.toThrow(
    'nobody could administer',
  );
});

test('a superuser stands in for an administrator, until they are suspended or none any more', async () => {
  const superuser = await make.user('Students', { isSuperuser: true });
  await sql`delete from group_member where user_id = ${person.uuid}`.execute(school.db);
  for (const change of ['suspended_at = now()', 'is_superuser = false'])
    await expect(sql`update "user" set ${sql.raw(change)} where id = ${superuser.uuid}`.execute(school.db)).rejects.toThrow('nobody could');
  await sql`insert into group_member values (${defaultGroupIds.Administrators}, ${person.uuid})`.execute(school.db);
  await sql`update "user" set is_superuser = false where id = ${superuser.uuid}`.execute(school.db);
});

test('of forty administrators who all leave at once, one stays', async () => {
  const people = [person, ...(await Promise.all(Array.from({ length: 39 }, () => make.user('Administrators'))))];
  const callers = await Promise.all(people.map(({ uuid }) => school.as(uuid)));
  const answers = await Promise.all(
    callers.map((caller, at) => caller.data(Leave, { groupId: administrators, userIds: [people[at]?.id ?? ''] })),
  );
  const codes = answers.map(({ removeGroupMembers }) => removeGroupMembers?.userErrors[0]?.code ?? 'DONE');
  expect(codes.filter((code) => code === 'LAST_ADMINISTRATOR')).toHaveLength(1);
  expect(await admins()).toBe(1);
});

test('of forty administrators who each put the next one out by plain SQL at once, one stays', async () => {
  const people = [person, ...(await Promise.all(Array.from({ length: 39 }, () => make.user('Administrators'))))];
  const outs = people.map(({ uuid }) => sql`delete from group_member where user_id = ${uuid}`.execute(school.db));
  const results = await Promise.allSettled(outs);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  expect(await admins()).toBe(1);
});
