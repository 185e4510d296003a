import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const Students = graphql(`
  query StudentList($slug: String!, $first: Int, $after: String, $search: String, $orderBy: [EnrolmentOrder!]) {
    courseBySlug(slug: $slug) {
      enrolments(first: $first, after: $after, search: $search, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          lastActiveAt
          progress {
            percent
          }
          contentsLeft(first: 1) {
            nodes {
              id
            }
          }
          lastContent {
            id
          }
          student {
            profile {
              displayName
            }
          }
        }
      }
    }
  }
`);

const Days = graphql(`
  query StudentDays($slug: String!, $days: Int) {
    courseBySlug(slug: $slug) {
      enrolmentsOverTime(days: $days) {
        total
        days {
          day
          enrolments
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');
const author = await school.as(owner.uuid);
const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);

async function named(course: Made, [firstName, lastName]: [string, string], enrolledAt: Date) {
  const student = await make.user();
  await sql`update profile set first_name = ${firstName}, last_name = ${lastName} where user_id = ${student.uuid}`.execute(school.db);
  return { student, enrolment: await make.enrolment(course, student, { enrolledAt }) };
}

/** Three students: one new, one who did half and came yesterday, one who left off long ago. */
async function courseWithStudents() {
  const course = await make.course(owner);
  const module = await make.module(course, 1);
  const [one, two] = [await make.content(module, 1), await make.content(module, 2)];
  await named(course, ['Éva', 'Zola'], daysAgo(0));
  const bruno = await named(course, ['Bruno', 'Alba'], daysAgo(40));
  const chloe = await named(course, ['chloé', 'Morin'], daysAgo(3));
  const done = (student: Made, at: Date) =>
    sql`insert into completion (student_id, content_id, completed_at) values (${student.uuid}, ${one.uuid}, ${at})`.execute(school.db);
  await done(chloe.student, daysAgo(1));
  await sql`update enrolment set last_content_id = ${one.uuid}, last_visited_at = ${daysAgo(30)} where id = ${bruno.enrolment.uuid}`.execute(
    school.db,
  );
  return { course, one, two };
}

async function names(
  slug: string,
  args: { search?: string; orderBy?: { field: 'NAME' | 'PROGRESS' | 'LAST_ACTIVE_AT'; direction: 'ASC' | 'DESC' }[] },
) {
  const { courseBySlug } = await author.data(Students, { slug, ...args });
  return courseBySlug?.enrolments?.nodes.map(({ student }) => student.profile.displayName);
}

test('the owner sees how far each student is, where they are stuck, and since when', async () => {
  const { course, one, two } = await courseWithStudents();
  const { courseBySlug } = await author.data(Students, { slug: course.slug, orderBy: [{ field: 'NAME', direction: 'ASC' }] });
  expect(courseBySlug?.enrolments).toMatchObject({
    totalCount: 3,
    nodes: [
      { student: { profile: { displayName: 'Bruno Alba' } }, progress: { percent: 0 }, lastContent: { id: one.id } },
      { student: { profile: { displayName: 'chloé Morin' } }, progress: { percent: 50 }, contentsLeft: { nodes: [{ id: two.id }] } },
      { student: { profile: { displayName: 'Éva Zola' } }, progress: { percent: 0 }, lastContent: null },
    ],
  });
  const activity = courseBySlug?.enrolments?.nodes.map(({ lastActiveAt }) =>
    Math.round((Date.now() - Date.parse(lastActiveAt)) / 86_400_000),
  );
  expect(activity).toEqual([30, 1, 0]);
});

test('students are ordered and found by name, accents and case apart; pages follow on each other', async () => {
  const { course } = await courseWithStudents();
  expect(await names(course.slug, { orderBy: [{ field: 'PROGRESS', direction: 'DESC' }] })).toEqual([
    'chloé Morin',
    expect.anything(),
    expect.anything(),
  ]);
  expect(await names(course.slug, { orderBy: [{ field: 'LAST_ACTIVE_AT', direction: 'ASC' }] })).toEqual([
    'Bruno Alba',
    'chloé Morin',
    'Éva Zola',
  ]);
  expect(await names(course.slug, {})).toEqual(['Éva Zola', 'chloé Morin', 'Bruno Alba']);
  expect(await names(course.slug, { search: ' EVA z' })).toEqual(['Éva Zola']);
  expect(await names(course.slug, { search: '%_' })).toHaveLength(3);
  expect(await names(course.slug, { search: 'nobody' })).toEqual([]);
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const { courseBySlug }: Awaited<ReturnType<typeof page>> = await page(course.slug, after);
    const { nodes = [], pageInfo, totalCount } = courseBySlug?.enrolments ?? {};
    seen.push(...nodes.map(({ student }) => student.profile.displayName));
    expect(totalCount).toBe(3);
    if (!pageInfo?.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual(['Bruno Alba', 'chloé Morin', 'Éva Zola']);
});

const page = (slug: string, after: string | null) =>
  author.data(Students, { slug, first: 1, after, orderBy: [{ field: 'NAME', direction: 'ASC' }] });

test('enrolments are told day by day, today last', async () => {
  const { course } = await courseWithStudents();
  const { courseBySlug } = await author.data(Days, { slug: course.slug, days: 7 });
  const { total, days = [] } = courseBySlug?.enrolmentsOverTime ?? {};
  expect(total).toBe(3);
  expect(days.map(({ enrolments }) => enrolments)).toEqual([0, 0, 0, 1, 0, 0, 1]);
  expect(days.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
  expect((await author.run(Days, { slug: course.slug, days: 367 })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('nobody but who edits the course sees its students; it costs the same whatever their number', async () => {
  const { course } = await courseWithStudents();
  for (const group of ['Students', 'Managers', 'Instructors'] as const) {
    const caller = await school.as((await make.user(group)).uuid);
    expect((await caller.data(Students, { slug: course.slug })).courseBySlug).toEqual({ enrolments: null });
    expect((await caller.data(Days, { slug: course.slug })).courseBySlug).toEqual({ enrolmentsOverTime: null });
  }
  const order = [{ field: 'PROGRESS', direction: 'ASC' }] as const;
  const cost = async () =>
    (await school.statements(() => author.data(Students, { slug: course.slug, search: 'a', orderBy: [...order] }))).length;
  const few = await cost();
  for (let at = 0; at < 12; at += 1) await named(course, ['Ada', `${at}`], daysAgo(at));
  expect(await cost()).toBe(few);
});
