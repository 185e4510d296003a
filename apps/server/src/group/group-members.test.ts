import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openSchool } from '../../test/harness.ts';
import { globalId } from '../kernel/global-id.ts';
import { type DefaultGroupName, defaultGroupIds } from './default-groups.ts';

const school = await openSchool();
const make = new Factory(school);
const first = await make.user('Administrators');
const admin = await school.as(first.uuid);

const Add = graphql(`
  mutation MembersAdd($groupId: ID!, $userIds: [ID!]!) {
    addGroupMembers(input: { groupId: $groupId, userIds: $userIds }) {
      group {
        memberCount
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Remove = graphql(`
  mutation MembersRemove($groupId: ID!, $userIds: [ID!]!) {
    removeGroupMembers(input: { groupId: $groupId, userIds: $userIds }) {
      group {
        members(search: "person") {
          nodes {
            id
          }
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const SetGroups = graphql(`
  mutation MembersSet($userId: ID!, $groupIds: [ID!]!) {
    setUserGroups(input: { userId: $userId, groupIds: $groupIds }) {
      user {
        groups {
          name
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Update = graphql(`
  mutation MembersUpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      userErrors {
        code
        path
      }
    }
  }
`);
const Rights = graphql(`
  query MembersRights {
    viewer {
      permissions
    }
  }
`);

const idOf = (name: DefaultGroupName) => globalId('Group', defaultGroupIds[name]);
const codeOf = async (answer: ReturnType<Caller['run']>) => (await answer).errors[0]?.extensions.code;
const rights = async (caller: Caller) => (await caller.data(Rights)).viewer?.permissions;

/** Somebody with these permissions and no others. */
async function personWith(...permissions: string[]): Promise<Made & { caller: Caller }> {
  const person = await make.user();
  const { rows } = await sql<{
    id: string;
  }>`insert into "group" (id, name) values (gen_random_uuid(), ${person.username}) returning id`.execute(school.db);
  const group = rows[0]?.id ?? '';
  await sql`insert into group_permission select ${group}, unnest(${permissions}::text[])`.execute(school.db);
  await sql`insert into group_member values (${group}, ${person.uuid})`.execute(school.db);
  return { ...person, caller: await school.as(person.uuid) };
}

test('who is put in a group may what it allows in the next request, and no more once they are out', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  expect(await rights(caller)).toEqual([]);
  const added = await admin.data(Add, { groupId: idOf('Instructors'), userIds: [person.id, person.id] });
  expect(added.addGroupMembers).toEqual({ group: { memberCount: 1 }, userErrors: [] });
  expect(await rights(caller)).toEqual(['COURSE_CREATE']);
  const removed = await admin.data(Remove, { groupId: idOf('Instructors'), userIds: [person.id] });
  expect(removed.removeGroupMembers).toEqual({ group: { members: { nodes: [] } }, userErrors: [] });
  expect(await rights(caller)).toEqual([]);
});

test('all groups of a person are set at once', async () => {
  const person = await make.user();
  const set = await admin.data(SetGroups, { userId: person.id, groupIds: [idOf('Managers'), idOf('Sales')] });
  expect(set.setUserGroups).toEqual({ user: { groups: [{ name: 'Managers' }, { name: 'Sales' }] }, userErrors: [] });
  expect((await admin.data(SetGroups, { userId: person.id, groupIds: [] })).setUserGroups?.user?.groups).toEqual([]);
});

test('who is not there is told where, and nobody is put anywhere', async () => {
  const [person, gone] = [await make.user(), globalId('User', crypto.randomUUID())];
  const added = await admin.data(Add, { groupId: idOf('Support'), userIds: [person.id, gone] });
  expect(added.addGroupMembers?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['userIds', '1'] }]);
  const former = await make.user('Students', { erasedAt: new Date(), suspendedAt: new Date() });
  const revived = await admin.data(Add, { groupId: idOf('Support'), userIds: [former.id] });
  expect(revived.addGroupMembers?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['userIds', '0'] }]);
  const many = await admin.data(Add, { groupId: idOf('Support'), userIds: Array.from({ length: 101 }, () => person.id) });
  expect(many.addGroupMembers?.userErrors).toEqual([{ code: 'TOO_MANY', path: ['userIds'] }]);
  const set = await admin.data(SetGroups, { userId: gone, groupIds: [] });
  expect(set.setUserGroups?.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['userId'] }]);
  const { rows } = await sql`select from group_member where group_id = ${defaultGroupIds.Support}`.execute(school.db);
  expect(rows).toEqual([]);
});

test('nobody raises themselves or another above what they may do, nor takes what they could not give', async () => {
  const keeper = await personWith('group.manage');
  for (const name of ['Administrators', 'Managers', 'Instructors'] as const) {
    const members = { groupId: idOf(name), userIds: [keeper.id] };
    expect(await codeOf(keeper.caller.run(Add, members))).toBe('FORBIDDEN');
    expect(await codeOf(keeper.caller.run(Remove, members))).toBe('FORBIDDEN');
    const set = await keeper.caller.data(SetGroups, { userId: keeper.id, groupIds: [idOf(name)] });
    expect(set.setUserGroups?.userErrors).toEqual([{ code: 'NOT_YOURS_TO_GIVE', path: ['groupIds'] }]);
  }
  const taken = await keeper.caller.data(SetGroups, { userId: first.id, groupIds: [] });
  expect(taken.setUserGroups?.userErrors).toEqual([{ code: 'NOT_YOURS_TO_GIVE', path: ['groupIds'] }]);
  const stranger = await school.as((await make.user('Managers')).uuid);
  expect(await codeOf(stranger.run(SetGroups, { userId: keeper.id, groupIds: [] }))).toBe('FORBIDDEN');
  expect(await codeOf(stranger.run(Add, { groupId: idOf('Students'), userIds: [keeper.id] }))).toBe('NOT_FOUND');
});

test('who loses a right while they give it, forty times at once, has given it before or not at all', async () => {
  const giver = await personWith('group.manage', 'course.create');
  const people = await Promise.all(Array.from({ length: 40 }, () => make.user()));
  const gifts = people.map(({ id }) => giver.caller.run(Add, { groupId: idOf('Instructors'), userIds: [id] }));
  const loss = sql`with lock as (select pg_advisory_xact_lock(hashtext('cursus rights')))
    delete from group_permission using lock where permission = 'course.create' and group_id in (
      select group_id from group_member where user_id = ${giver.uuid})`.execute(school.db);
  const answers = await Promise.all(gifts);
  await loss;
  expect(await codeOf(giver.caller.run(Add, { groupId: idOf('Instructors'), userIds: [giver.id] }))).toBe('FORBIDDEN');
  const outcomes = answers.map(({ data, errors }) => (data?.addGroupMembers?.group ? 'DONE' : errors[0]?.extensions.code));
  const { rows } = await sql`select from group_member where group_id = ${defaultGroupIds.Instructors}`.execute(school.db);
  expect(rows).toHaveLength(outcomes.filter((outcome) => outcome === 'DONE').length);
  expect(outcomes.every((outcome) => outcome === 'DONE' || outcome === 'FORBIDDEN')).toBe(true);
});

test('a group that is edited by forty at once is what one of them made it', async () => {
  const group = await personWith('group.manage');
  const { rows } = await sql<{ id: string }>`select group_id as id from group_member join "group" on id = group_id
    where user_id = ${group.uuid} and not is_default`.execute(school.db);
  const id = globalId('Group', rows[0]?.id ?? '');
  const sets = [['COURSE_CREATE'], ['SUBJECT_MANAGE', 'COURSE_READ_ANY'], []] as const;
  await Promise.all(Array.from({ length: 40 }, (_, at) => admin.data(Update, { input: { id, permissions: [...(sets[at % 3] ?? [])] } })));
  expect(sets.map((set) => [...set].toSorted().join())).toContain((await rights(group.caller))?.toSorted().join());
});
