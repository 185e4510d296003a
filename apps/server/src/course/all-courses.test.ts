import { beforeAll, describe, expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from './course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const AllCourses = graphql(`
  query AllCourses($search: String, $filter: AllCourseFilter, $first: Int, $after: String) {
    allCourses(search: $search, filter: $filter, orderBy: [{ field: TITLE, direction: ASC }], first: $first, after: $after) {
      totalCount
      nodes {
        title
        owner {
          profile {
            displayName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const CourseOwners = graphql(`
  query CourseOwners($search: String, $ids: [ID!]) {
    courseOwners(search: $search, ids: $ids) {
      totalCount
      nodes {
        id
      }
    }
  }
`);

const administrator = await school.as((await make.user('Administrators')).uuid);
const [one, other] = [await make.user('Instructors'), await make.user('Instructors')];
let subject: Made;

beforeAll(async () => {
  subject = await make.subject({ title: 'Sailing' });
  await make.course(one, { title: 'Écluses', slug: 'locks', status: CourseStatus.DRAFT, subjectId: subject.uuid });
  await make.course(one, { title: 'Knots', status: CourseStatus.PUBLISHED, language: 'fr' });
  await make.course(other, { title: 'Rigging', status: CourseStatus.ARCHIVED });
  await make.course(other, { title: 'Thrown away', deletedAt: new Date() });
});

type Asked = NonNullable<Parameters<typeof administrator.data<unknown, { search?: string; filter?: object }>>[1]>;
const titles = async (asked: Asked) => (await administrator.data(AllCourses, asked)).allCourses.nodes.map(({ title }) => title);

describe('all courses', () => {
  test('are those of every status and owner, but for the trash', async () => {
    expect(await titles({})).toEqual(['Écluses', 'Knots', 'Rigging']);
  });

  test('are narrowed by status, subject, owner and language, all at once', async () => {
    expect(await titles({ filter: { status: 'ARCHIVED' } })).toEqual(['Rigging']);
    expect(await titles({ filter: { subjectId: subject.id } })).toEqual(['Écluses']);
    expect(await titles({ filter: { ownerId: one.id } })).toEqual(['Écluses', 'Knots']);
    expect(await titles({ filter: { ownerId: one.id, language: 'fr' } })).toEqual(['Knots']);
  });

  test('are found by part of a title, of a slug or of the name of their owner', async () => {
    expect(await titles({ search: 'ecluse' })).toEqual(['Écluses']);
    expect(await titles({ search: 'lock' })).toEqual(['Écluses']);
    expect(await titles({ search: other.username })).toEqual(['Rigging']);
    expect(await titles({ search: '%' })).toEqual(['Écluses', 'Knots', 'Rigging']);
    const { errors } = await administrator.run(AllCourses, { search: 'x'.repeat(201) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('come page by page, and are counted', async () => {
    const { allCourses: first } = await administrator.data(AllCourses, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const { allCourses: second } = await administrator.data(AllCourses, { first: 2, after: first.pageInfo.endCursor });
    expect(second.nodes.map(({ title }) => title)).toEqual(['Rigging']);
  });

  test('are nothing for an instructor, a student or a stranger: not even the count', async () => {
    const callers = [await school.as(one.uuid), await school.as((await make.user()).uuid)];
    for (const caller of callers) {
      for (const document of [AllCourses, CourseOwners]) {
        const { data, errors } = await caller.run<unknown, object>(document, {});
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
        expect(data).toBeNull();
      }
    }
    expect((await school.nobody.run(AllCourses, {})).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

test('owners of courses are found by name and by id', async () => {
  expect((await administrator.data(CourseOwners, {})).courseOwners).toMatchObject({ totalCount: 2 });
  expect((await administrator.data(CourseOwners, { search: one.username })).courseOwners.nodes).toEqual([{ id: one.id }]);
  expect((await administrator.data(CourseOwners, { ids: [other.id] })).courseOwners.nodes).toEqual([{ id: other.id }]);
});
