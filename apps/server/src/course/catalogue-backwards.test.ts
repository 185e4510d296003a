import { beforeAll, describe, expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { BackwardsPageQueryVariables } from '../../test/gql/graphql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from './course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const Page = graphql(`
  query BackwardsPage($first: Int, $after: String, $last: Int, $before: String) {
    courses(first: $first, after: $after, last: $last, before: $before, orderBy: [{ field: TITLE, direction: ASC }]) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      nodes {
        title
      }
    }
  }
`);

const Nested = graphql(`
  query BackwardsNested($last: Int!) {
    subjects {
      nodes {
        courses(last: $last, orderBy: [{ field: TITLE, direction: ASC }]) {
          pageInfo {
            hasPreviousPage
          }
          nodes {
            title
          }
        }
      }
    }
  }
`);

const titles = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

async function page(variables: BackwardsPageQueryVariables) {
  const { nodes, pageInfo } = (await school.nobody.data(Page, { first: 20, ...variables })).courses;
  return { titles: nodes.map(({ title }) => title).join(''), pageInfo };
}

beforeAll(async () => {
  const owner = await make.user('Instructors');
  for (const title of titles) await make.course(owner, { title, status: CourseStatus.PUBLISHED });
});

describe('a list that is read backwards', () => {
  test('gives its last nodes, in its order', async () => {
    const { titles: found, pageInfo } = await page({ last: 3 });
    expect(found).toBe('efg');
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('goes on before a cursor, to the beginning and no further', async () => {
    const behind = await page({ last: 3 });
    const middle = await page({ last: 3, before: behind.pageInfo.startCursor ?? '' });
    expect(middle).toMatchObject({ titles: 'bcd', pageInfo: { hasNextPage: true, hasPreviousPage: true } });
    const start = await page({ last: 3, before: middle.pageInfo.startCursor ?? '' });
    expect(start).toMatchObject({ titles: 'a', pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  });

  test('turns round at the cursor of a page that was read forwards', async () => {
    const { pageInfo } = await page({ first: 4 });
    expect((await page({ last: 2, before: pageInfo.endCursor ?? '' })).titles).toBe('bc');
  });

  test('is batched inside other objects', async () => {
    const { subjects } = await school.nobody.data(Nested, { last: 1 });
    const courses = subjects.nodes.map((subject) => subject.courses);
    expect(
      courses
        .flatMap(({ nodes }) => nodes.map(({ title }) => title))
        .toSorted()
        .at(-1),
    ).toBe('g');
    for (const { nodes } of courses) expect(nodes.length).toBeLessThanOrEqual(1);
  });

  test.each([
    ['before without last', { before: 'x' }, 'by `last` and `before`'],
    ['after with last', { after: 'x', last: 1 }, 'by `last` and `before`'],
    ['more than a page holds', { last: 101 }, '`last` is 0 to 100'],
    ['fewer than none', { last: -1 }, '`last` is 0 to 100'],
    ['a cursor that is none', { last: 1, before: 'x' }, '`before` is no cursor'],
  ])('refuses %s', async (_what, variables, message) => {
    const { errors } = await school.nobody.run(Page, { first: 20, ...variables });
    expect(errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message) as string, extensions: { code: 'BAD_USER_INPUT' } }),
    ]);
  });
});
