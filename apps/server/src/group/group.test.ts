import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { globalId } from '../kernel/global-id.ts';
import { defaultGroupIds } from './default-groups.ts';

const school = await openSchool();
const make = new Factory(school);
const adminUser = await make.user('Administrators');
const admin = await school.as(adminUser.uuid);

const Create = graphql(`
  mutation GroupCreate($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
        name
        description
        isDefault
        permissions
        memberCount
        viewerCanEdit
        viewerCanDelete
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Update = graphql(`
  mutation GroupUpdate($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      group {
        name
        description
        permissions
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const Delete = graphql(`
  mutation GroupDelete($id: ID!) {
    deleteGroup(input: { id: $id }) {
      deletedGroupId
      userErrors {
        code
      }
    }
  }
`);
const List = graphql(`
  query GroupList($search: String, $filter: GroupFilter, $orderBy: [GroupOrder!]) {
    groups(search: $search, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        name
        memberCount
      }
    }
  }
`);
const One = graphql(`
  query GroupNode($id: ID!) {
    node(id: $id) {
      ... on Group {
        name
        memberCount
        members {
          totalCount
        }
      }
    }
  }
`);

/** Somebody who may manage groups, and nothing else. */
async function groupManager() {
  const person = await make.user();
  const input = { name: `Keepers of ${person.username}`, permissions: ['GROUP_MANAGE' as const] };
  const group = (await admin.data(Create, { input })).createGroup?.group;
  await school.db
    .insertInto('group_member')
    .values({ group_id: uuidOfGroup(group?.id ?? ''), user_id: person.uuid })
    .execute();
  return { person, caller: await school.as(person.uuid), group };
}
const uuidOfGroup = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
const namesOf = async (variables: object) => (await admin.data(List, variables)).groups.nodes.map(({ name }) => name);
const defaultId = (name: keyof typeof defaultGroupIds) => globalId('Group', defaultGroupIds[name]);

test('an administrator makes a group, once for a key, changes it and deletes it', async () => {
  const input = { name: ' Éditeurs ', description: 'They edit.', permissions: ['COURSE_EDIT_ANY' as const], idempotencyKey: 'k' };
  const made = (await admin.data(Create, { input })).createGroup;
  expect(made).toEqual({
    group: {
      id: expect.any(String) as string,
      name: 'Éditeurs',
      description: 'They edit.',
      isDefault: false,
      permissions: ['COURSE_EDIT_ANY'],
      memberCount: 0,
      viewerCanEdit: true,
      viewerCanDelete: true,
    },
    userErrors: [],
  });
  expect((await admin.data(Create, { input })).createGroup?.group?.id).toBe(made?.group?.id);
  const id = made?.group?.id ?? '';
  const changed = await admin.data(Update, { input: { id, name: 'Editors', permissions: ['COURSE_CREATE', 'SUBJECT_MANAGE'] } });
  expect(changed.updateGroup).toEqual({
    group: { name: 'Editors', description: 'They edit.', permissions: ['COURSE_CREATE', 'SUBJECT_MANAGE'] },
    userErrors: [],
  });
  expect((await admin.data(Delete, { id })).deleteGroup).toEqual({ deletedGroupId: id, userErrors: [] });
  expect(await namesOf({ search: 'editors' })).toEqual([]);
});

test('a name is needed, is not too long, and is one group’s', async () => {
  const mistakes = async (input: { name: string; description?: string }) => (await admin.data(Create, { input })).createGroup?.userErrors;
  expect(await mistakes({ name: ' ' })).toEqual([{ code: 'REQUIRED', path: ['name'] }]);
  expect(await mistakes({ name: 'x'.repeat(101), description: 'x'.repeat(501) })).toEqual([
    { code: 'TOO_LONG', path: ['name'] },
    { code: 'TOO_LONG', path: ['description'] },
  ]);
  expect(await mistakes({ name: 'Students' })).toEqual([{ code: 'TAKEN', path: ['name'] }]);
});

test('what Cursus made is never deleted, and may be renamed', async () => {
  expect((await admin.run(Delete, { id: defaultId('Sales') })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await admin.data(Update, { input: { id: defaultId('Sales'), name: 'Ventes' } })).updateGroup?.group?.name).toBe('Ventes');
});

test('nobody gives a group what they do not have, nor touches one that has more than they', async () => {
  const { caller, group } = await groupManager();
  const given = await caller.data(Create, { input: { name: 'Mine', permissions: ['GROUP_MANAGE', 'USER_MANAGE'] } });
  expect(given.createGroup).toMatchObject({ group: null, userErrors: [{ code: 'NOT_YOURS_TO_GIVE', path: ['permissions'] }] });
  const raised = await caller.data(Update, { input: { id: group?.id ?? '', permissions: ['GROUP_MANAGE', 'COURSE_CREATE'] } });
  expect(raised.updateGroup?.userErrors).toEqual([{ code: 'NOT_YOURS_TO_GIVE', path: ['permissions'] }]);
  for (const id of [defaultId('Administrators'), defaultId('Managers')]) {
    const input = { id, permissions: [] };
    expect((await caller.run(Update, { input })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect((await caller.data(Create, { input: { name: 'Mine', permissions: ['GROUP_MANAGE'] } })).createGroup?.userErrors).toEqual([]);
});

test('groups are found by name and description, kind and permission, and ordered', async () => {
  expect((await namesOf({ search: 'STUDÉNT' })).toSorted()).toEqual(['Students']);
  expect(await namesOf({ filter: { permission: 'SUBJECT_MANAGE' } })).toEqual(['Administrators', 'Managers']);
  expect(await namesOf({ filter: { isDefault: true }, orderBy: [{ field: 'NAME', direction: 'DESC' }] })).toHaveLength(6);
  expect(await namesOf({ filter: { isDefault: false } })).not.toContain('Students');
  expect(await namesOf({ orderBy: [{ field: 'MEMBER_COUNT', direction: 'DESC' }] })).not.toHaveLength(0);
  expect((await admin.data(List, { filter: { isDefault: true } })).groups.totalCount).toBe(6);
});

test('whoever is in a group sees that it is there, and not who else is; others see nothing', async () => {
  const student = await school.as((await make.user()).uuid);
  const id = defaultId('Students');
  expect((await student.data(One, { id })).node).toEqual({ name: 'Students', memberCount: null, members: null });
  expect((await student.run(One, { id: defaultId('Managers') })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await student.run(List)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await school.nobody.run(One, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('forty who make the same group at once make one', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => admin.data(Create, { input: { name: 'Wanted' } })));
  const codes = answers.map(({ createGroup }) => createGroup?.userErrors[0]?.code ?? 'DONE');
  expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
  expect(codes.filter((code) => code === 'TAKEN')).toHaveLength(39);
});
