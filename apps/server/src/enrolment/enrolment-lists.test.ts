import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const MyCourses = graphql(`
  query EnrolmentMyCourses($first: Int!, $after: String) {
    viewer {
      enrolments(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          course {
            id
          }
          lastContent {
            id
          }
        }
      }
    }
  }
`);

const Students = graphql(`
  query EnrolmentStudents($slug: String!) {
    courseBySlug(slug: $slug) {
      studentCount
      enrolments {
        totalCount
        nodes {
          student {
            id
            email
            profile {
              displayName
            }
          }
        }
      }
    }
  }
`);

const Visit = graphql(`
  mutation EnrolmentVisit($id: ID!) {
    visitContent(input: { contentId: $id }) {
      enrolment {
        lastContent {
          id
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const owner = await make.user('Instructors');

test('the course that was read last stands first', async () => {
  const student = await make.user();
  const [older, newer] = [await make.course(owner), await make.course(owner)];
  const content = await make.content(await make.module(older));
  await make.enrolment(older, student, { enrolledAt: minutesAgo(20) });
  await make.enrolment(newer, student, { enrolledAt: minutesAgo(10) });
  const caller = await school.as(student.uuid);
  const order = async () => (await caller.data(MyCourses, { first: 2 })).viewer?.enrolments?.nodes.map(({ course }) => course.id);
  expect(await order()).toEqual([newer.id, older.id]);
  await caller.data(Visit, { id: content.id });
  expect(await order()).toEqual([older.id, newer.id]);
});

test('my courses come newest first, page by page, without those that I left or that are gone', async () => {
  const student = await make.user();
  const courses = [];
  for (const minutes of [1, 2, 3]) {
    const course = await make.course(owner);
    await make.enrolment(course, student, { enrolledAt: minutesAgo(minutes) });
    courses.push(course.id);
  }
  await make.enrolment(await make.course(owner), student, { leftAt: new Date() });
  await make.enrolment(await make.course(owner, { deletedAt: new Date() }), student);
  const caller = await school.as(student.uuid);
  const first = (await caller.data(MyCourses, { first: 2 })).viewer?.enrolments;
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const second = (await caller.data(MyCourses, { first: 2, after: first?.pageInfo.endCursor ?? '' })).viewer?.enrolments;
  expect(second?.pageInfo.hasNextPage).toBe(false);
  expect([...(first?.nodes ?? []), ...(second?.nodes ?? [])].map(({ course }) => course.id)).toEqual(courses);
});

test('an instructor sees who is enrolled by name, without their e-mail address; nobody else sees it', async () => {
  const [course, student] = [await make.course(owner), await make.user()];
  await make.enrolment(course, student);
  await make.enrolment(course, await make.user(), { leftAt: new Date() });
  const seenBy = async (person: typeof owner) => (await (await school.as(person.uuid)).data(Students, { slug: course.slug })).courseBySlug;
  const displayName = `Ada Person ${student.username}`;
  expect(await seenBy(owner)).toEqual({
    studentCount: 1,
    enrolments: { totalCount: 1, nodes: [{ student: { id: student.id, email: null, profile: { displayName } } }] },
  });
  expect(await seenBy(student)).toEqual({ studentCount: 1, enrolments: null });
  expect(await seenBy(await make.user('Instructors'))).toEqual({ studentCount: 1, enrolments: null });
  expect((await school.nobody.data(Students, { slug: course.slug })).courseBySlug?.enrolments).toBeNull();
});

test('where a student left off is remembered, and forgotten when it cannot be read any more', async () => {
  const [course, student] = [await make.course(owner), await make.user()];
  const content = await make.content(await make.module(course));
  await make.enrolment(course, student);
  const caller = await school.as(student.uuid);
  const lastContent = async () => (await caller.data(MyCourses, { first: 1 })).viewer?.enrolments?.nodes[0]?.lastContent;
  expect(await lastContent()).toBeNull();
  const { visitContent } = await caller.data(Visit, { id: content.id });
  expect(visitContent).toEqual({ enrolment: { lastContent: { id: content.id } }, userErrors: [] });
  expect(await lastContent()).toEqual({ id: content.id });
  await school.db.updateTable('content').set({ deleted_at: new Date() }).where('id', '=', content.uuid).execute();
  expect(await lastContent()).toBeNull();
});
