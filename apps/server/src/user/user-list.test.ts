import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { defaultGroupIds } from '../group/default-groups.ts';
import { globalId } from '../kernel/global-id.ts';

const school = await openSchool();
const make = new Factory(school);
const admin = await school.as((await make.user('Administrators')).uuid);

const List = graphql(`
  query UserList($search: String, $filter: UserFilter, $orderBy: [UserOrder!], $first: Int! = 20, $after: String) {
    users(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        endCursor
        hasNextPage
      }
      nodes {
        id
        username
        email
        isSuperuser
        suspendedAt
        lastSignedInAt
        permissions
        viewerCanManage
        viewerCanSuspend
        viewerCanSetSuperuser
        groups {
          name
        }
      }
    }
  }
`);
const Card = graphql(`
  query UserListCard($id: ID!) {
    node(id: $id) {
      ... on User {
        isSuperuser
        createdAt
        suspendedAt
        lastSignedInAt
        viewerCanManage
        viewerCanSuspend
      }
    }
  }
`);

async function named(firstName: string, lastName: string, username: string) {
  const person = await make.user('Instructors', { username, email: `${username}@school.example` });
  await school.db.updateTable('profile').set({ first_name: firstName, last_name: lastName }).where('user_id', '=', person.uuid).execute();
  return person;
}
const emile = await named('Émile', 'Zola', 'emile.z');
const ada = await named('Ada', 'Béart', 'ada.b');
await school.as(emile.uuid);

const found = async (variables: object) => (await admin.data(List, { first: 20, ...variables })).users.nodes.map(({ id }) => id);

test('accounts are found by either order of the names, by username and by address', async () => {
  for (const search of ['emile zola', 'ZOLA émile', 'emile.z', 'emile.z@school.example'])
    expect(await found({ search })).toEqual([emile.id]);
  expect((await admin.run(List, { first: 20, search: 'x'.repeat(201) })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('they are filtered by group and state', async () => {
  const filter = { groupId: globalId('Group', defaultGroupIds.Instructors) };
  expect((await found({ filter })).toSorted()).toEqual([emile.id, ada.id].toSorted());
  const suspended = await make.user('Students', { suspendedAt: new Date() });
  const unconfirmed = await make.user('Students', { emailConfirmedAt: null });
  const superuser = await make.user('Students', { isSuperuser: true });
  expect(await found({ filter: { isSuspended: true } })).toEqual([suspended.id]);
  expect(await found({ filter: { isEmailConfirmed: false } })).toEqual([unconfirmed.id]);
  expect(await found({ filter: { isSuperuser: true } })).toEqual([superuser.id]);
  expect(await found({ filter: { isSuperuser: false, isSuspended: false, isEmailConfirmed: true, ...filter } })).toHaveLength(2);
});

test('they come by name, or in the order that is asked for, page by page', async () => {
  const filter = { groupId: globalId('Group', defaultGroupIds.Instructors) };
  expect(await found({ filter })).toEqual([ada.id, emile.id]);
  for (const field of ['USERNAME', 'EMAIL', 'CREATED_AT', 'LAST_SIGNED_IN_AT'] as const) {
    const all = await found({ filter, orderBy: [{ field, direction: 'DESC' }] });
    expect(all).toEqual(field === 'CREATED_AT' ? [ada.id, emile.id] : [emile.id, ada.id]);
    const first = (await admin.data(List, { filter, first: 1, orderBy: [{ field, direction: 'DESC' }] })).users;
    const after = first.pageInfo.endCursor ?? null;
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(await found({ filter, first: 1, after, orderBy: [{ field, direction: 'DESC' }] })).toEqual(all.slice(1));
  }
});

test('who manages accounts sees what their owners may do, and what may be done with them', async () => {
  const { users } = await admin.data(List, { first: 20, search: 'emile' });
  expect(users.nodes).toEqual([
    {
      id: emile.id,
      username: 'emile.z',
      email: 'emile.z@school.example',
      isSuperuser: false,
      suspendedAt: null,
      lastSignedInAt: expect.any(String) as string,
      permissions: ['COURSE_CREATE'],
      viewerCanManage: true,
      viewerCanSuspend: true,
      viewerCanSetSuperuser: false,
      groups: [{ name: 'Instructors' }],
    },
  ]);
});

test('nobody else sees the list, and of an account only what is for all', async () => {
  for (const group of ['Managers', 'Instructors', 'Students'] as const) {
    const stranger = await school.as((await make.user(group)).uuid);
    expect((await stranger.run(List, { first: 20 })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
  await make.course(emile);
  const nothing = {
    isSuperuser: null,
    createdAt: null,
    suspendedAt: null,
    lastSignedInAt: null,
    viewerCanManage: false,
    viewerCanSuspend: false,
  };
  for (const stranger of [school.nobody, await school.as((await make.user()).uuid)])
    expect((await stranger.data(Card, { id: emile.id })).node).toEqual(nothing);
});
