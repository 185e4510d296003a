import { gql, InMemoryCache } from '@apollo/client';
import { describe, expect, it } from 'vitest';
import { keptList } from './kept-list.ts';

const list = gql`
  query List($first: Int, $after: String) {
    courses(first: $first, after: $after) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

/** A page as the server answers it: the last id is its cursor. */
const pageOf = (ids: readonly string[], hasNextPage: boolean) => ({
  courses: {
    __typename: 'CourseConnection',
    edges: ids.map((id) => ({ __typename: 'CourseEdge', node: { __typename: 'Course', id } })),
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: ids.at(-1) ?? null },
  },
});

function listOf(...pages: readonly [after: string | null, ids: readonly string[], hasNextPage: boolean][]) {
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { courses: keptList() } } } });
  for (const [after, ids, hasNextPage] of pages) cache.writeQuery({ query: list, variables: { after }, data: pageOf(ids, hasNextPage) });
  const { courses } = cache.readQuery<ReturnType<typeof pageOf>>({ query: list }) ?? pageOf([], false);
  return { ids: courses.edges.map(({ node }) => node.id).join(''), ...courses.pageInfo };
}

describe('a list that is read page by page', () => {
  it('keeps what stands behind its beginning when that is asked for again', () => {
    const again = listOf([null, ['a', 'b'], true], ['b', ['c', 'd'], true], [null, ['a', 'b'], true]);
    expect(again).toMatchObject({ ids: 'abcd', hasNextPage: true, endCursor: 'd' });
  });

  it('takes up what is new at its beginning, and what moved there, and has nothing twice', () => {
    expect(listOf([null, ['a', 'b'], true], ['b', ['c', 'd'], false], [null, ['x', 'a'], true])).toMatchObject({
      ids: 'xabcd',
      hasNextPage: false,
      endCursor: 'd',
    });
    expect(listOf([null, ['a', 'b'], true], ['b', ['c', 'd'], false], [null, ['d', 'a'], true]).ids).toBe('dabc');
  });

  it('is what came when nothing of it follows on what was known, or nothing follows at all', () => {
    expect(listOf([null, ['a', 'b'], true], ['b', ['c'], false], [null, ['x', 'y'], true])).toMatchObject({ ids: 'xy', hasNextPage: true });
    expect(listOf([null, ['a', 'b'], true], ['b', ['c'], false], [null, ['a'], false])).toMatchObject({ ids: 'a', hasNextPage: false });
  });
});
