import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { FileListAllQueryVariables } from '../../test/gql/graphql.ts';
import { openSchool } from '../../test/harness.ts';
import { statementCost } from '../../test/statement-cost.ts';
import { uploaded } from '../../test/upload.ts';

const school = await openSchool();
const make = new Factory(school);
const manager = await make.userWith(['file.manage']);
const asManager = await school.as(manager.uuid);
const owner = await make.user('Instructors');
const asOwner = await school.as(owner.uuid);

const List = graphql(`
  query FileListAll($search: String, $filter: StoredFileFilter, $orderBy: [StoredFileOrder!], $first: Int, $after: String) {
    files(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        use
        size
        mediaType
        viewerCanDelete
        owner {
          id
          profile {
            displayName
          }
        }
        referenceCount
        references {
          targetId
          place
          name
        }
      }
    }
  }
`);
const Delete = graphql(`
  mutation FileDelete($id: ID!) {
    deleteFile(input: { id: $id }) {
      deletedFileId
      userErrors {
        code
        path
      }
    }
  }
`);

const files = async (variables: FileListAllQueryVariables) => (await asManager.data(List, variables)).files;
const idsOf = async (variables: FileListAllQueryVariables) => (await files(variables)).nodes.map(({ id }) => id);
const cover = (course: { uuid: string }, file: { uuid: string }) =>
  school.db.updateTable('course').set({ image_id: file.uuid }).where('id', '=', course.uuid).execute();

test('who manages files sees whose they are, what for and where they are used', async () => {
  const [course, file] = [await make.course(owner, { title: 'Covered' }), await uploaded(asOwner, 'IMAGE')];
  await cover(course, file);
  const { nodes } = await files({ filter: { ownerId: owner.id, isUsed: true } });
  expect(nodes).toMatchObject([
    {
      id: file.id,
      use: 'IMAGE',
      viewerCanDelete: true,
      owner: { id: owner.id },
      referenceCount: 1,
      references: [{ targetId: course.id, place: 'COURSE_IMAGE', name: 'Covered' }],
    },
  ]);
});

test('a file to which nothing refers is deleted with its bytes; one that is used is not', async () => {
  const [course, used, unused] = [await make.course(owner), await uploaded(asOwner, 'IMAGE'), await uploaded(asOwner, 'FILE')];
  await cover(course, used);
  expect((await asManager.data(Delete, { id: used.id })).deleteFile).toEqual({
    deletedFileId: null,
    userErrors: [{ code: 'IN_USE', path: ['id'] }],
  });
  expect((await asManager.data(Delete, { id: unused.id })).deleteFile).toEqual({ deletedFileId: unused.id, userErrors: [] });
  expect((await asOwner.get(unused.url)).status).toBe(404);
  expect((await asOwner.get(used.url)).status).toBe(200);
  expect((await asManager.run(Delete, { id: unused.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('people delete their own; a stranger finds neither the list nor a file of another', async () => {
  const file = await uploaded(asOwner, 'FILE');
  const stranger = await school.as((await make.user('Instructors')).uuid);
  expect((await stranger.run(List, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await stranger.run(Delete, { id: file.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await asOwner.data(Delete, { id: file.id })).deleteFile?.deletedFileId).toBe(file.id);
});

test('the list is searched, filtered, ordered and paged', async () => {
  const person = await make.user('Instructors');
  const caller = await school.as(person.uuid);
  const [film, sheet] = [await uploaded(caller, 'VIDEO'), await uploaded(caller, 'FILE')];
  const search = person.username;
  expect(await idsOf({ search })).toEqual([sheet.id, film.id]);
  expect(await idsOf({ filter: { ownerId: person.id }, search: 'sheet' })).toEqual([sheet.id]);
  expect(await idsOf({ search, filter: { use: 'VIDEO' } })).toEqual([film.id]);
  expect(await idsOf({ search, filter: { isUsed: true } })).toEqual([]);
  const orderBy = [{ field: 'NAME' as const, direction: 'ASC' as const }];
  const first = await files({ search, orderBy, first: 1 });
  expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  expect(await idsOf({ search, orderBy, first: 1, after: first.pageInfo.endCursor })).toEqual([sheet.id]);
  const bySize = await files({ search, orderBy: [{ field: 'SIZE', direction: 'DESC' }] });
  expect(bySize.nodes.map(({ size }) => size)).toEqual(bySize.nodes.map(({ size }) => size).toSorted((one, other) => other - one));
});

test('a page of files costs the same statements however many it holds', async () => {
  for (const use of ['FILE', 'VIDEO', 'IMAGE'] as const) await cover(await make.course(owner), await uploaded(asOwner, use));
  const cost = (first: number) => statementCost(school, asManager, [List, { first }]);
  expect(await cost(50)).toBe(await cost(2));
});
