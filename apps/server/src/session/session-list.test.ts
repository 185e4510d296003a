import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);
const admin = await make.user('Administrators');
const asAdmin = await school.as(admin.uuid);

const List = graphql(`
  query SessionListAll($search: String, $filter: SessionFilter, $orderBy: [SessionOrder!], $first: Int, $after: String) {
    sessions(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        isCurrent
        viewerCanEnd
        user {
          id
          username
          profile {
            displayName
          }
        }
      }
    }
  }
`);
const End = graphql(`
  mutation SessionListEnd($id: ID!) {
    endSession(input: { id: $id }) {
      endedSessionId
      userErrors {
        code
      }
    }
  }
`);
const Me = graphql(`
  query SessionListMe {
    viewer {
      id
      securityEvents {
        nodes {
          kind
          address
        }
      }
    }
  }
`);

const one = async (search: string) => (await asAdmin.data(List, { search })).sessions.nodes[0];

test('an administrator finds the session of anybody, and ends it: it is out at once, and told its owner', async () => {
  const person = await make.user();
  const caller = await school.as(person.uuid);
  const found = await one(person.username);
  expect(found).toMatchObject({ isCurrent: false, viewerCanEnd: true, user: { id: person.id, username: person.username } });
  expect((await asAdmin.data(End, { id: found?.id ?? '' })).endSession).toEqual({ endedSessionId: found?.id, userErrors: [] });
  expect((await caller.run(Me)).status).toBe(401);
  const again = await school.as(person.uuid);
  expect((await again.data(Me)).viewer?.securityEvents?.nodes).toEqual([{ kind: 'SESSIONS_ENDED', address: '' }]);
  expect((await asAdmin.run(End, { id: found?.id ?? '' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('nobody ends the session of somebody who may do more than they do', async () => {
  const superuser = await make.user('Students', { isSuperuser: true });
  const caller = await school.as(superuser.uuid);
  const found = await one(superuser.username);
  const manager = await make.userWith(['user.manage']);
  const asManager = await school.as(manager.uuid);
  const seen = (await asManager.data(List, { filter: { userId: superuser.id } })).sessions.nodes;
  expect(seen).toMatchObject([{ id: found?.id, viewerCanEnd: false }]);
  expect((await asManager.run(End, { id: found?.id ?? '' })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await caller.run(Me)).status).toBe(200);
});

test('a stranger sees none of it, and a program neither', async () => {
  const stranger = await make.user('Instructors');
  const { id } = (await one(admin.username)) ?? { id: '' };
  const asStranger = await school.as(stranger.uuid);
  expect((await asStranger.run(List, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await asStranger.run(End, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('the list is searched, filtered, ordered and paged', async () => {
  const people = [await make.user(), await make.user(), await make.user()];
  for (const { uuid } of people) await school.as(uuid);
  await school.db
    .updateTable('session')
    .set({ device: 'Netscape Navigator', address: '192.0.2.7' })
    .where(
      'user_id',
      'in',
      people.map(({ uuid }) => uuid),
    )
    .execute();
  const search = 'netscapé';
  const orderBy = [{ field: 'NAME' as const, direction: 'DESC' as const }];
  const byName = people.map(({ id }) => id).toReversed();
  const first = (await asAdmin.data(List, { search, orderBy, first: 2 })).sessions;
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = (await asAdmin.data(List, { search, orderBy, first: 2, after: first.pageInfo.endCursor })).sessions;
  expect([...first.nodes, ...rest.nodes].map(({ user }) => user.id)).toEqual(byName);
  expect((await asAdmin.data(List, { filter: { address: '192.0.2.7', userId: people[0]?.id } })).sessions.totalCount).toBe(1);
  expect((await asAdmin.data(List, { search: '%' })).sessions.totalCount).toBeGreaterThan(3);
  const tooLong = await asAdmin.run(List, { search: 'x'.repeat(201) });
  expect(tooLong.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a page of sessions costs the same statements however many it holds', async () => {
  const few = await school.statements(() => asAdmin.data(List, { first: 1 }));
  const many = await school.statements(() => asAdmin.data(List, { first: 100 }));
  expect(many).toHaveLength(few.length);
});
