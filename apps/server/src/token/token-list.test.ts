import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { TokenListAllQueryVariables } from '../../test/gql/graphql.ts';
import { Caller, openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);
const admin = await make.user('Administrators');
const asAdmin = await school.as(admin.uuid);

const List = graphql(`
  query TokenListAll($search: String, $filter: TokenFilter, $orderBy: [TokenOrder!], $first: Int, $after: String) {
    tokens(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        viewerCanRevoke
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
const Revoke = graphql(`
  mutation TokenListRevoke($id: ID!) {
    revokeToken(input: { id: $id }) {
      revokedTokenId
      userErrors {
        code
      }
    }
  }
`);
const Subjects = graphql(`
  query TokenListSubjects {
    subjects {
      totalCount
    }
  }
`);
const Node = graphql(`
  query TokenListNode($id: ID!) {
    node(id: $id) {
      id
    }
  }
`);

test('an administrator finds the token of anybody, and revokes it: it is good for nothing at once', async () => {
  const person = await make.user();
  const token = await make.token(person, ['catalog:read']);
  const program = new Caller(school.url, token.secret);
  expect((await program.run(Subjects)).status).toBe(200);
  const { nodes } = (await asAdmin.data(List, { search: person.username })).tokens;
  expect(nodes).toMatchObject([{ id: token.id, viewerCanRevoke: true, user: { id: person.id, username: person.username } }]);
  expect((await asAdmin.data(Revoke, { id: token.id })).revokeToken).toEqual({ revokedTokenId: token.id, userErrors: [] });
  expect((await program.run(Subjects)).status).toBe(401);
  expect((await asAdmin.run(Revoke, { id: token.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('nobody revokes the token of somebody who may do more than they do', async () => {
  const token = await make.token(await make.user('Students', { isSuperuser: true }), ['catalog:read']);
  const asManager = await school.as((await make.userWith(['user.manage'])).uuid);
  const found = (await asManager.data(List, {})).tokens.nodes.find(({ id }) => id === token.id);
  expect(found?.viewerCanRevoke).toBe(false);
  expect((await asManager.run(Revoke, { id: token.id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await new Caller(school.url, token.secret).run(Subjects)).status).toBe(200);
});

test('a stranger finds neither the list nor a token of it, and a program neither', async () => {
  const token = await make.token(admin, ['catalog:read', 'profile:read']);
  const stranger = await school.as((await make.user('Instructors')).uuid);
  expect((await stranger.run(List, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await stranger.run(Revoke, { id: token.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await stranger.run(Node, { id: token.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await new Caller(school.url, token.secret).run(List, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('the list is searched, filtered, ordered and paged', async () => {
  const person = await make.user();
  const [used, expired, never] = [
    await make.token(person, ['catalog:read']),
    await make.token(person, ['catalog:read', 'file:write']),
    await make.token(person, ['catalog:read']),
  ];
  const change = (token: { uuid: string }, fields: object) =>
    school.db.updateTable('token').set(fields).where('id', '=', token.uuid).execute();
  await change(used, { last_used_at: new Date(), name: 'Éclair' });
  await change(expired, { last_used_at: new Date(Date.now() - 1_000), expires_at: new Date(Date.now() - 1_000) });
  const idsOf = async (variables: TokenListAllQueryVariables) => (await asAdmin.data(List, variables)).tokens.nodes.map(({ id }) => id);
  const filter = { userId: person.id };
  const orderBy = [{ field: 'LAST_USED_AT' as const, direction: 'ASC' as const }];
  const first = (await asAdmin.data(List, { filter, orderBy, first: 2 })).tokens;
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(first.nodes.map(({ id }) => id)).toEqual([never.id, expired.id]);
  expect(await idsOf({ filter, orderBy, first: 2, after: first.pageInfo.endCursor })).toEqual([used.id]);
  expect(await idsOf({ filter: { ...filter, isExpired: true } })).toEqual([expired.id]);
  expect(await idsOf({ filter: { ...filter, isExpired: false }, search: 'eclair' })).toEqual([used.id]);
  expect(await idsOf({ filter: { ...filter, scope: 'FILE_WRITE' } })).toEqual([expired.id]);
});

test('a page of tokens costs the same statements however many it holds', async () => {
  const few = await school.statements(() => asAdmin.data(List, { first: 1 }));
  const many = await school.statements(() => asAdmin.data(List, { first: 100 }));
  expect(many).toHaveLength(few.length);
});
