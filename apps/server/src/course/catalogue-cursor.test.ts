import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { CourseOrder } from '../../test/gql/graphql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const Page = graphql(`
  query CatalogueCursor($first: Int, $after: String, $orderBy: [CourseOrder!]) {
    courses(first: $first, after: $after, orderBy: $orderBy) {
      pageInfo {
        endCursor
      }
      nodes {
        id
      }
    }
  }
`);

const orders: CourseOrder[][] = (['TITLE', 'PUBLISHED_AT', 'UPDATED_AT', 'STUDENT_COUNT'] as const).map((field) => [
  { field, direction: 'ASC' },
]);

const owner = await make.user('Instructors');
for (const title of ['Second', 'First', 'Ünder the "quoted" \\ title', '']) await make.course(owner, { title });

const id = '00000000-0000-4000-8000-000000000000';
const forged = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

test.each([
  ['no base64', '%%%'],
  ['empty', ''],
  ['no JSON', Buffer.from('hello').toString('base64url')],
  ['no list', Buffer.from('{}').toString('base64url')],
  ['null', Buffer.from('null').toString('base64url')],
  ['too short', forged(id)],
  ['too long', forged('2026-01-01T00:00:00.000000Z', id, id)],
  ['no texts', forged(1, 2)],
  ['no moment', forged('yesterday', id)],
  ['a day that no month has', forged('2026-02-31T00:00:00.000000Z', id)],
  ['a month that no year has', forged('2026-13-01 00:00:00.000000+00', id)],
  ['a year before all', forged('0000-01-01T00:00:00.000000Z', id)],
  ['an id that is none', forged('2026-01-01T00:00:00.000000Z', '-'.repeat(36))],
  ['a zero character', forged('2026-01-01T00:00:00.000000Z', `${id}\u0000`)],
])('a forged cursor (%s) is BAD_USER_INPUT', async (_, after) => {
  const { errors } = await school.nobody.run(Page, { after });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('a cursor of another order is BAD_USER_INPUT or of no harm, never a failure', async () => {
  for (const [made, used] of orders.flatMap((first) => orders.map((second) => [first, second] as const))) {
    const { pageInfo } = (await school.nobody.data(Page, { first: 3, orderBy: made })).courses;
    const { errors } = await school.nobody.run(Page, { after: pageInfo.endCursor ?? '', orderBy: used });
    expect(errors.map(({ extensions }) => extensions.code).filter((code) => code !== 'BAD_USER_INPUT')).toEqual([]);
  }
});
