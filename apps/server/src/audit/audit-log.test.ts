import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { AuditLogListQueryVariables } from '../../test/gql/graphql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { statementCost } from '../../test/statement-cost.ts';

const school = await openSchool();
const make = new Factory(school);
const admin = await make.user('Administrators');
const asAdmin = await school.as(admin.uuid);
const owner = await make.user('Instructors');
const asOwner = await school.as(owner.uuid);

const List = graphql(`
  query AuditLogList($search: String, $filter: AuditEntryFilter, $orderBy: [AuditEntryOrder!], $first: Int, $after: String) {
    auditEntries(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        at
        isBySystem
        action
        kind
        recordId
        recordName
        actor {
          id
          profile {
            displayName
          }
        }
        changes {
          field
          kind
          before
          after
          beforeName
          afterName
        }
      }
    }
  }
`);
const Node = graphql(`
  query AuditLogNode($id: ID!) {
    node(id: $id) {
      id
      ... on AuditEntry {
        recordName
      }
    }
  }
`);
const Rename = graphql(`
  mutation AuditLogRename($id: ID!, $title: String, $subjectId: ID) {
    updateCourse(input: { id: $id, title: $title, subjectId: $subjectId }) {
      userErrors {
        code
      }
    }
  }
`);

const entries = async (variables: AuditLogListQueryVariables) => (await asAdmin.data(List, variables)).auditEntries;

test('who changed what is told: before and after, with the names of what ids stand for', async () => {
  const [before, after] = [await make.subject({ title: 'Botany' }), await make.subject({ title: 'Zoology' })];
  const course = await make.course(owner, { title: 'Plants', subjectId: before.uuid });
  await asOwner.data(Rename, { id: course.id, title: 'Animals', subjectId: after.id });
  const { nodes } = await entries({ filter: { recordId: course.id, kinds: ['COURSE'] } });
  const [changed, made] = nodes;
  expect(changed).toMatchObject({
    action: 'CHANGED',
    isBySystem: false,
    recordId: course.id,
    recordName: 'Animals',
    actor: { id: owner.id },
  });
  expect(changed?.changes.filter(({ field }) => ['title', 'subjectId'].includes(field))).toEqual([
    { field: 'subjectId', kind: 'SUBJECT', before: before.id, after: after.id, beforeName: 'Botany', afterName: 'Zoology' },
    { field: 'title', kind: null, before: 'Plants', after: 'Animals', beforeName: null, afterName: null },
  ]);
  expect(made).toMatchObject({ action: 'CREATED', isBySystem: true, actor: null, recordName: 'Plants' });
  expect(made?.changes.find(({ field }) => field === 'title')).toMatchObject({ before: null, after: 'Plants' });
  expect((await asAdmin.data(Node, { id: changed?.id ?? '' })).node).toEqual({ id: changed?.id, recordName: 'Animals' });
});

test('what is gone keeps its name and its history, and no id to follow', async () => {
  const subject = await make.subject({ title: 'Alchemy' });
  await sql`delete from subject where id = ${subject.uuid}`.execute(school.db);
  const { nodes } = await entries({ search: 'alchemy' });
  expect(nodes).toMatchObject([
    { action: 'DELETED', recordId: null, recordName: 'Alchemy' },
    { action: 'CREATED', recordId: null, recordName: 'Alchemy' },
  ]);
  expect((await entries({ filter: { recordId: subject.id, actions: ['DELETED'] } })).totalCount).toBe(1);
});

test('the log is filtered by actor, system, kind, action and time, and paged without a gap', async () => {
  const course = await make.course(owner);
  for (const title of ['One', 'Two', 'Three']) await asOwner.data(Rename, { id: course.id, title });
  const filter = { actorId: owner.id, recordId: course.id, kinds: ['COURSE' as const] };
  const first = await entries({ filter, first: 2 });
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const rest = await entries({ filter, first: 2, after: first.pageInfo.endCursor });
  const all = [...first.nodes, ...rest.nodes];
  expect(all.map(({ recordName }) => recordName)).toEqual(['Three', 'Two', 'One']);
  const oldest = await entries({ filter, orderBy: [{ field: 'AT', direction: 'ASC' }] });
  expect(oldest.nodes.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toReversed());
  expect((await entries({ filter: { recordId: course.id, isBySystem: true, actions: ['CREATED'] } })).nodes).toHaveLength(1);
  const [until, from] = [all[1]?.at, all[0]?.at];
  expect((await entries({ filter: { ...filter, until } })).totalCount).toBe(1);
  expect((await entries({ filter: { ...filter, from } })).totalCount).toBe(1);
  expect((await entries({ filter: { recordId: course.id, kinds: ['OTHER'] } })).totalCount).toBe(0);
});

test('a person’s history holds account, profile and groups', async () => {
  const person = await make.user();
  const { nodes } = await entries({ filter: { recordId: person.id } });
  expect(nodes.map(({ kind }) => kind).toSorted()).toEqual(['GROUP_MEMBER', 'PROFILE', 'USER']);
  expect((await entries({ search: person.username })).nodes.map(({ kind }) => kind)).toContain('USER');
});

test('that a password changed is told, and nothing of it', async () => {
  const person = await make.user();
  await sql`update "user" set password_hash = 'argon of the new one' where id = ${person.uuid}`.execute(school.db);
  const { nodes } = await entries({ filter: { recordId: person.id, actions: ['CHANGED'] } });
  expect(nodes[0]?.changes).toMatchObject([{ field: 'password', before: 'former', after: 'changed' }]);
  expect(JSON.stringify(nodes)).not.toContain('argon');
});

test('a long value is cut', async () => {
  const course = await make.course(owner, { overview: 'x'.repeat(5_000) });
  const { nodes } = await entries({ filter: { recordId: course.id, kinds: ['COURSE'] } });
  expect(nodes[0]?.changes.find(({ field }) => field === 'overview')?.after).toHaveLength(2_000);
});

test('a stranger reads none of it, signed in or by an id, and a program only with the scope', async () => {
  const [entry] = (await entries({ first: 1 })).nodes;
  expect((await asOwner.run(List, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await asOwner.run(Node, { id: entry?.id ?? '' })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  const programOf = async (...scopes: string[]) => new Caller(school.url, (await make.token(admin, scopes)).secret);
  expect((await (await programOf('catalog:read')).run(List, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await (await programOf('catalog:read', 'audit:read')).run(List, {})).errors).toEqual([]);
});

test('an id that no entry can have is of none', async () => {
  const { auditEntries: found } = await asAdmin.data(List, { filter: { recordId: owner.id }, first: 0 });
  expect(found.nodes).toEqual([]);
  const id = Buffer.from(`AuditEntry:${owner.uuid}`).toString('base64url');
  expect((await asAdmin.run(Node, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('a page of the log costs the same statements however many entries it holds', async () => {
  for (let at = 0; at < 5; at += 1) await make.enrolment(await make.course(owner), await make.user());
  const cost = (first: number) => statementCost(school, asAdmin, [List, { first, filter: { actions: ['CREATED'] } }]);
  expect(await cost(50)).toBe(await cost(2));
});
