import { beforeAll, describe, expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { CatalogueCoursesQueryVariables, CourseOrder } from '../../test/gql/graphql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from './course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const Catalogue = graphql(`
  query CatalogueCourses($first: Int, $after: String, $orderBy: [CourseOrder!], $filter: CourseFilter) {
    courses(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
      }
      nodes {
        id
        title
      }
    }
  }
`);

const titles = [
  'Zoologie',
  'élan',
  'Ecole',
  'école',
  'Étude',
  'eau',
  'Œuvre',
  'olive',
  'Ça',
  'cave',
  'Élan',
  'A',
  'a',
  'ñandu',
  'nid',
  '10',
  '9',
  "l'an",
];

async function page(variables: CatalogueCoursesQueryVariables) {
  return (await school.nobody.data(Catalogue, variables)).courses;
}

/** All pages, one behind the other. */
async function walk(first: number, orderBy: CourseOrder[]) {
  const nodes = [];
  for (let after: string | null | undefined = null; ;) {
    const { nodes: found, pageInfo }: Awaited<ReturnType<typeof page>> = await page({ first, after: after ?? null, orderBy });
    nodes.push(...found);
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}

const owner = await make.user('Instructors');
let subject: Made;

beforeAll(async () => {
  subject = await make.subject({ slug: 'letters' });
  const sameMoment = new Date();
  for (const [at, title] of titles.entries()) {
    // Many places of the order are shared, so that the id has to decide.
    const course = await make.course(owner, { title, subjectId: subject.uuid, publishedAt: sameMoment, updatedAt: sameMoment });
    if (at % 3 === 0) await make.enrolment(course, await make.user());
  }
  await make.course(owner, { title: 'a draft', status: CourseStatus.DRAFT });
  await make.course(owner, { title: 'an archived one', status: CourseStatus.ARCHIVED });
  await make.course(owner, { title: 'in the trash', deletedAt: new Date() });
});

const orders: CourseOrder[][] = (['TITLE', 'PUBLISHED_AT', 'UPDATED_AT', 'STUDENT_COUNT'] as const).flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction) => [{ field, direction }]),
);

const named = [...orders, [...(orders[7] ?? []), ...(orders[0] ?? [])]].map((orderBy) => ({
  name: orderBy.map(({ field, direction }) => `${field} ${direction}`).join(', '),
  orderBy,
}));

describe.each(named)('by $name', ({ orderBy }) => {
  test.each([1, 4, 7])('pages of %i give the whole list, nothing left out and nothing twice', async (first) => {
    const [whole, walked] = [(await page({ first: 100, orderBy })).nodes, await walk(first, orderBy)];
    expect(walked).toEqual(whole);
    expect(new Set(walked.map(({ id }) => id)).size).toBe(titles.length);
  });
});

test('titles stand in the order that a reader of French expects, back and forth', async () => {
  const orderBy = (direction: 'ASC' | 'DESC') => [{ field: 'TITLE', direction }] as CourseOrder[];
  const expected = titles.toSorted(new Intl.Collator('fr').compare);
  expect((await walk(5, orderBy('ASC'))).map(({ title }) => title)).toEqual(expected);
  expect((await walk(5, orderBy('DESC'))).map(({ title }) => title)).toEqual(expected.toReversed());
});

test('a page tells where it stands, and the list how long it is', async () => {
  const { totalCount, nodes, edges, pageInfo } = await page({});
  expect(totalCount).toBe(titles.length);
  expect(nodes).toHaveLength(titles.length);
  expect(pageInfo).toEqual({
    hasNextPage: false,
    hasPreviousPage: false,
    startCursor: edges[0]?.cursor,
    endCursor: edges.at(-1)?.cursor,
  });
});

test('a page of none tells how many there are', async () => {
  expect(await page({ first: 0 })).toEqual({
    totalCount: titles.length,
    nodes: [],
    edges: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test.each([101, -1, 2_147_483_647])('a page of %i is BAD_USER_INPUT', async (first) => {
  const { errors } = await school.nobody.run(Catalogue, { first });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('filters hold together, and a filter of something unknown finds nothing', async () => {
  const found = async (filter: CatalogueCoursesQueryVariables['filter']) => (await page({ filter: filter ?? null })).totalCount;
  const mine = await make.course(await make.user('Instructors'), { language: 'fr', subjectId: subject.uuid });
  expect(await found({ subjectSlug: 'letters', language: 'fr' })).toBe(1);
  expect(await found({ subjectId: subject.id, ownerId: owner.id })).toBe(titles.length);
  expect(await found({ subjectSlug: 'no-such-subject' })).toBe(0);
  expect(await found({ language: 'xx' })).toBe(0);
  const wrongType = await school.nobody.run(Catalogue, { filter: { subjectId: mine.id } });
  expect(wrongType.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
