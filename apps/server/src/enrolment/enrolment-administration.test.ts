import { expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import type { EnrolmentEnrollablePeopleQueryVariables, EnrolmentListAllQueryVariables } from '../../test/gql/graphql.ts';
import { openSchool } from '../../test/harness.ts';
import { statementCost } from '../../test/statement-cost.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { globalId } from '../kernel/global-id.ts';

const school = await openSchool();
const make = new Factory(school);
const owner = await make.user('Instructors');
const manager = await make.userWith(['enrolment.manage']);
const asManager = await school.as(manager.uuid);

const List = graphql(`
  query EnrolmentListAll($search: String, $filter: EnrolmentFilter, $orderBy: [EnrolmentOrder!], $first: Int, $after: String) {
    enrolments(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        viewerCanEnd
        lastActiveAt
        course {
          title
        }
        student {
          id
          profile {
            displayName
          }
        }
        progress {
          percent
        }
      }
    }
  }
`);
const Enrol = graphql(`
  mutation EnrolmentEnrolStudent($courseId: ID!, $studentId: ID!) {
    enrolStudent(input: { courseId: $courseId, studentId: $studentId }) {
      wasEnrolled
      enrolment {
        id
        student {
          id
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);
const End = graphql(`
  mutation EnrolmentEnd($id: ID!) {
    endEnrolment(input: { id: $id }) {
      endedEnrolmentId
      userErrors {
        code
      }
    }
  }
`);

const People = graphql(`
  query EnrolmentEnrollablePeople($search: String, $ids: [ID!]) {
    enrollablePeople(search: $search, ids: $ids) {
      totalCount
      nodes {
        id
        username
      }
    }
  }
`);

const idsOf = async (variables: EnrolmentListAllQueryVariables) =>
  (await asManager.data(List, variables)).enrolments.nodes.map(({ id }) => id);
const enrol = async (course: Made, student: Made) =>
  (await asManager.data(Enrol, { courseId: course.id, studentId: student.id })).enrolStudent;

test('who manages enrolments enrols somebody, once whatever happens at once, and takes them out again', async () => {
  const [course, student] = [await make.course(owner), await make.user()];
  const answers = await Promise.all(Array.from({ length: 20 }, () => enrol(course, student)));
  const id = answers[0]?.enrolment?.id ?? '';
  expect(new Set(answers.map((answer) => answer?.enrolment?.id))).toEqual(new Set([id]));
  expect(answers.filter((answer) => answer?.wasEnrolled === false)).toHaveLength(1);
  expect(await idsOf({ filter: { courseId: course.id } })).toEqual([id]);
  expect((await asManager.data(End, { id })).endEnrolment).toEqual({ endedEnrolmentId: id, userErrors: [] });
  expect(await idsOf({ filter: { courseId: course.id } })).toEqual([]);
  expect((await asManager.run(End, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
});

test('a course that takes nobody, and a person who does not exist, are refused where they stand', async () => {
  const archived = await make.course(owner, { status: CourseStatus.ARCHIVED });
  const reader = await make.userWith(['enrolment.manage', 'course.read_any']);
  const refused = await (await school.as(reader.uuid)).data(Enrol, { courseId: archived.id, studentId: manager.id });
  expect(refused.enrolStudent).toEqual({ enrolment: null, wasEnrolled: null, userErrors: [{ code: 'NOT_OPEN', path: ['courseId'] }] });
  const nobody = { id: globalId('User', archived.uuid), uuid: archived.uuid };
  expect(await enrol(await make.course(owner), nobody)).toEqual({
    enrolment: null,
    wasEnrolled: null,
    userErrors: [{ code: 'NOT_FOUND', path: ['studentId'] }],
  });
});

test('who is to be enrolled is found by name or username; by address only by who manages accounts, and nobody who was erased', async () => {
  const [student, erased, stranger] = [await make.user(), await make.user('Students', { erasedAt: new Date() }), await make.user()];
  const found = async (variables: EnrolmentEnrollablePeopleQueryVariables) => (await asManager.data(People, variables)).enrollablePeople;
  // What an account is called stays with those who manage accounts.
  expect(await found({ search: `ADA Person ${student.username}` })).toEqual({ totalCount: 1, nodes: [{ id: student.id, username: null }] });
  expect((await found({ ids: [student.id, erased.id] })).nodes.map(({ id }) => id)).toEqual([student.id]);
  const search = `${student.username}@example`;
  expect((await found({ search })).totalCount).toBe(0);
  const asAdmin = await school.as((await make.user('Administrators')).uuid);
  expect((await asAdmin.data(People, { search })).enrollablePeople.nodes).toEqual([{ id: student.id, username: student.username }]);
  expect((await (await school.as(stranger.uuid)).run(People, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
});

test('students end their own; neither a stranger nor the owner of the course ends that of another', async () => {
  const [course, student, stranger] = [await make.course(owner), await make.user(), await make.user()];
  const { id } = await make.enrolment(course, student);
  const asStranger = await school.as(stranger.uuid);
  expect((await asStranger.run(End, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await (await school.as(owner.uuid)).run(End, { id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await asStranger.run(List, {})).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const enrolling = await asStranger.run(Enrol, { courseId: course.id, studentId: stranger.id });
  expect(enrolling.errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await (await school.as(student.uuid)).data(End, { id })).endEnrolment?.endedEnrolmentId).toBe(id);
});

test('the list is searched, filtered, ordered and paged', async () => {
  const [course, other] = [await make.course(owner, { title: 'Cartographie' }), await make.course(owner, { title: 'Cartography' })];
  await make.content(await make.module(course));
  const [ada, bob] = [await make.user(), await make.user()];
  const day = 86_400_000;
  const [first, second, third] = [
    await make.enrolment(course, ada, { enrolledAt: new Date(Date.now() - 3 * day) }),
    await make.enrolment(course, bob, { enrolledAt: new Date(Date.now() - 2 * day) }),
    await make.enrolment(other, ada, { enrolledAt: new Date(Date.now() - day) }),
  ];
  expect(await idsOf({ search: 'cartogra' })).toEqual([third.id, second.id, first.id]);
  expect(await idsOf({ search: ada.username, filter: { courseId: course.id } })).toEqual([first.id]);
  expect(await idsOf({ filter: { studentId: ada.id } })).toEqual([third.id, first.id]);
  // Addresses that one may not see are not to be found out by trying, either.
  const search = `${ada.username}@example`;
  expect(await idsOf({ search })).toEqual([]);
  const asAdmin = await school.as((await make.user('Administrators')).uuid);
  expect((await asAdmin.data(List, { search })).enrolments.totalCount).toBe(2);
  expect(await idsOf({ filter: { studentId: ada.id, isFinished: true } })).toEqual([]);
  for (const field of ['ENROLLED_AT', 'LAST_ACTIVE_AT', 'NAME', 'PROGRESS'] as const) {
    const orderBy = [{ field, direction: 'ASC' as const }];
    const { enrolments } = await asManager.data(List, { search: 'cartogra', orderBy, first: 2 });
    expect(enrolments).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await idsOf({ search: 'cartogra', orderBy, first: 2, after: enrolments.pageInfo.endCursor });
    expect([...enrolments.nodes.map(({ id }) => id), ...rest].toSorted()).toEqual([first.id, second.id, third.id].toSorted());
  }
});

test('a page of enrolments costs the same statements however many it holds', async () => {
  const [course, other] = [await make.course(owner), await make.course(owner)];
  for (let at = 0; at < 10; at += 1) await make.enrolment(at % 2 === 0 ? course : other, await make.user());
  const cost = (first: number) => statementCost(school, asManager, [List, { first }]);
  expect(await cost(50)).toBe(await cost(2));
});
