import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const Enrol = graphql(`
  mutation EnrolmentEnrol($id: ID!) {
    enrol(input: { courseId: $id }) {
      enrolment {
        id
        enrolledAt
        progress {
          completed
        }
      }
      course {
        studentCount
        viewerCanRead
        viewerCanEnrol
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Leave = graphql(`
  mutation EnrolmentLeave($id: ID!) {
    leaveCourse(input: { courseId: $id }) {
      course {
        viewerCanRead
        viewerEnrolment {
          id
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const Complete = graphql(`
  mutation EnrolmentComplete($id: ID!) {
    completeContent(input: { contentId: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const Course = graphql(`
  query EnrolmentCourse($slug: String!) {
    courseBySlug(slug: $slug) {
      title
      status
      viewerCanRead
      viewerCanEnrol
      viewerEnrolment {
        id
      }
      modules {
        contents {
          id
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');

async function student() {
  const person = await make.user();
  return { person, caller: await school.as(person.uuid) };
}

async function enrolledIn(status: CourseStatus) {
  const { person, caller } = await student();
  const course = await make.course(owner, { status });
  const content = await make.content(await make.module(course));
  await make.enrolment(course, person);
  return { course, content, caller };
}

test('a student enrols by one mutation and reads at once', async () => {
  const [{ caller }, course] = [await student(), await make.course(owner)];
  const { enrol } = await caller.data(Enrol, { id: course.id });
  expect(enrol).toMatchObject({ userErrors: [], course: { studentCount: 1, viewerCanRead: true, viewerCanEnrol: false } });
});

test('forty enrolments at once are one', async () => {
  const [{ person, caller }, course] = [await student(), await make.course(owner)];
  const answers = await Promise.all(Array.from({ length: 40 }, () => caller.data(Enrol, { id: course.id })));
  expect(new Set(answers.map(({ enrol }) => enrol?.enrolment?.id)).size).toBe(1);
  expect(answers.flatMap(({ enrol }) => enrol?.userErrors)).toEqual([]);
  const rows = await school.db.selectFrom('enrolment').select('id').where('student_id', '=', person.uuid).execute();
  expect(rows).toHaveLength(1);
});

test('who leaves reads no more, and finds their progress when they come back', async () => {
  const { course, content, caller } = await enrolledIn(CourseStatus.PUBLISHED);
  await caller.data(Complete, { id: content.id });
  const { leaveCourse } = await caller.data(Leave, { id: course.id });
  expect(leaveCourse).toEqual({ course: { viewerCanRead: false, viewerEnrolment: null }, userErrors: [] });
  expect((await caller.run(Complete, { id: content.id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  const { enrol } = await caller.data(Enrol, { id: course.id });
  expect(enrol?.enrolment?.progress).toEqual({ completed: 1 });
});

test('who is not enrolled has nothing to leave', async () => {
  const [{ caller }, course] = [await student(), await make.course(owner)];
  expect((await caller.run(Leave, { id: course.id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('an archived course takes nobody new and stays open to its students', async () => {
  const { course, content, caller } = await enrolledIn(CourseStatus.ARCHIVED);
  expect((await caller.data(Course, { slug: course.slug })).courseBySlug).toMatchObject({
    status: 'ARCHIVED',
    viewerCanRead: true,
    modules: [{ contents: [{ id: content.id }] }],
  });
  const stranger = (await student()).caller;
  expect((await stranger.run(Enrol, { id: course.id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('who leaves an archived course sees it no more', async () => {
  const { course, caller } = await enrolledIn(CourseStatus.ARCHIVED);
  expect((await caller.data(Leave, { id: course.id })).leaveCourse).toEqual({ course: null, userErrors: [] });
  expect((await caller.run(Course, { slug: course.slug })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('a course that went back to draft tells its students that it is there, and shows nothing of it', async () => {
  const { course, caller } = await enrolledIn(CourseStatus.DRAFT);
  const { courseBySlug } = await caller.data(Course, { slug: course.slug });
  expect(courseBySlug).toMatchObject({ status: 'DRAFT', viewerCanRead: false, viewerCanEnrol: false, modules: null });
  expect(courseBySlug?.viewerEnrolment).not.toBeNull();
});

test.each([CourseStatus.DRAFT, CourseStatus.ARCHIVED])('who sees a course that is %s is told that it is not open', async (status) => {
  const course = await make.course(owner, { status });
  for (const who of [owner, await make.user('Managers')]) {
    const { enrol } = await (await school.as(who.uuid)).data(Enrol, { id: course.id });
    expect(enrol).toEqual({ enrolment: null, course: null, userErrors: [{ code: 'NOT_OPEN', path: ['courseId'] }] });
  }
});

test('enrolling again in a course that is not open any more gives the enrolment that there is', async () => {
  const { course, caller } = await enrolledIn(CourseStatus.ARCHIVED);
  expect((await caller.data(Enrol, { id: course.id })).enrol).toMatchObject({
    enrolment: { id: expect.any(String) as string },
    userErrors: [],
  });
});
