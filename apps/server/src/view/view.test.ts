import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openBeside, openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { globalId } from '../kernel/global-id.ts';

const school = await openSchool();
const make = new Factory(school);

const Look = graphql(`
  mutation ViewRecord($courseId: ID!) {
    recordCourseView(input: { courseId: $courseId }) {
      course {
        id
      }
      userErrors {
        code
      }
    }
  }
`);

const Views = graphql(`
  query ViewsOfCourse($slug: String!, $days: Int! = 2) {
    courseBySlug(slug: $slug) {
      views(days: $days) {
        total
        days {
          day
          views
        }
      }
    }
  }
`);

const ViewsOfMany = graphql(`
  query ViewsOfMany {
    viewer {
      courses {
        nodes {
          views(days: 7) {
            total
          }
        }
      }
    }
  }
`);

const owner = await make.user('Instructors');
const teacher = await school.as(owner.uuid);

const look = (caller: Caller, course: Made) => caller.data(Look, { courseId: course.id });

async function viewsOf(course: { slug: string }, days = 2) {
  await school.services.courseViews.flush();
  const { courseBySlug } = await teacher.data(Views, { slug: course.slug, days });
  return { total: courseBySlug?.views?.total, days: courseBySlug?.views?.days.map(({ views }) => views) };
}

test('each person and each visitor’s address counts once a day, the owner never', async () => {
  const course = await make.course(owner);
  const student = await school.as((await make.user()).uuid);
  for (const caller of [student, student, school.nobody, school.nobody, teacher]) {
    expect(await look(caller, course)).toEqual({ recordCourseView: { course: { id: course.id }, userErrors: [] } });
  }
  expect(await viewsOf(course)).toEqual({ total: 2, days: [0, 2] });
  await look(student, course);
  await look(await school.as((await make.user()).uuid), course);
  expect(await viewsOf(course)).toEqual({ total: 3, days: [0, 3] });
});

test('the next day is another view; who it was is forgotten when the day is over', async () => {
  const course = await make.course(owner);
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const day of [3, 1, 0]) {
    vi.setSystemTime(now - day * 86_400_000);
    await look(school.nobody, course);
    await school.services.courseViews.flush();
  }
  vi.useRealTimers();
  expect(await viewsOf(course, 4)).toEqual({ total: 3, days: [1, 0, 1, 1] });
  expect(await viewsOf(course, 1)).toEqual({ total: 3, days: [1] });
  await look(school.nobody, await make.course(owner));
  await school.services.courseViews.flush();
  const old = "select from course_viewer where day < (now() at time zone 'utc')::date - 1";
  expect(await school.services.orm.em.fork().execute(old)).toEqual([]);
});

test('a course that is not published is not counted; one that is invisible is NOT_FOUND', async () => {
  const draft = await make.course(owner, { status: CourseStatus.DRAFT });
  const pupil = await make.user();
  await make.enrolment(draft, pupil);
  await look(await school.as(pupil.uuid), draft);
  expect(await viewsOf(draft)).toEqual({ total: 0, days: [0, 0] });
  for (const courseId of [draft.id, globalId('Course', randomUUID())]) {
    const { errors } = await school.nobody.run(Look, { courseId });
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  }
});

test('views are told to those alone who may edit the course', async () => {
  const course = await make.course(owner);
  const others = [
    school.nobody,
    await school.as((await make.user('Instructors')).uuid),
    await school.as((await make.user('Managers')).uuid),
  ];
  for (const caller of others) expect((await caller.data(Views, { slug: course.slug })).courseBySlug).toEqual({ views: null });
  const administrator = await school.as((await make.user('Administrators')).uuid);
  expect((await administrator.data(Views, { slug: course.slug })).courseBySlug?.views?.total).toBe(0);
  for (const days of [0, 367]) {
    const { errors } = await teacher.run(Views, { slug: course.slug, days });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('days are named in UTC, today last', async () => {
  const { slug } = await make.course(owner);
  const { courseBySlug } = await teacher.data(Views, { slug, days: 2 });
  const today = new Date();
  const days = [new Date(today.getTime() - 86_400_000), today].map((day) => day.toISOString().slice(0, 10));
  expect(courseBySlug?.views?.days.map(({ day }) => day)).toEqual(days);
});

test('looking writes nothing; all that was looked at is written by one statement', async () => {
  const courses = await Promise.all(Array.from({ length: 5 }, () => make.course(owner)));
  const looking = await school.statements(async () => {
    for (const course of courses) await look(school.nobody, course);
  });
  expect(looking).toHaveLength(courses.length);
  for (const statement of looking) expect(statement).toMatch(/^select/);
  expect(await school.statements(() => school.services.courseViews.flush())).toHaveLength(1);
  for (const course of courses) expect((await viewsOf(course)).total).toBe(1);
});

test('two processes count a viewer once, at the same moment too', async () => {
  const beside = await openBeside(school);
  const courses = await Promise.all(Array.from({ length: 10 }, () => make.course(owner)));
  for (const course of courses) await Promise.all([look(school.nobody, course), look(beside.nobody, course)]);
  await Promise.all([school.services.courseViews.flush(), beside.services.courseViews.flush()]);
  for (const course of courses) expect((await viewsOf(course)).total).toBe(1);
});

test('a course that is gone before its views are counted takes no other’s with it', async () => {
  const [gone, course] = [await make.course(owner), await make.course(owner)];
  for (const each of [gone, course]) await look(school.nobody, each);
  await school.db.deleteFrom('course').where('id', '=', gone.uuid).execute();
  expect((await viewsOf(course)).total).toBe(1);
});

test('the views of many courses are one statement', async () => {
  const few = await school.as((await make.user('Instructors')).uuid);
  const [one, all] = [await school.statements(() => few.run(ViewsOfMany)), await school.statements(() => teacher.run(ViewsOfMany))];
  expect(all.filter((statement) => statement.includes('course_view'))).toHaveLength(1);
  expect(one.length).toBeLessThanOrEqual(all.length);
});
