import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';

const school = await openSchool();
const make = new Factory(school);

const CourseQuery = `query ($slug: String!) { courseBySlug(slug: $slug) {
  viewerCanEdit viewerCanRead viewerCanEnrol views { total }
  modules { id viewerLock { availableFrom } contents { id item { __typename } } } } }`;

const Rename = graphql(`
  mutation ViewAsRename($id: ID!) {
    updateCourse(input: { id: $id, title: "Renamed" }) {
      course {
        id
      }
    }
  }
`);

const tomorrow = new Date(Date.now() + 86_400_000);

interface Seen {
  readonly courseBySlug: {
    readonly modules: readonly { readonly id: string; readonly contents: readonly object[] | null }[] | null;
  } | null;
}

async function asStudent(userId: string, query: string, variables: object, viewAs = 'student') {
  const headers = { 'content-type': 'application/json', 'cursus-view-as': viewAs };
  return (await school.as(userId)).post<Seen>(JSON.stringify({ query, variables }), headers);
}

async function draftCourse() {
  const [owner, pupil] = [await make.user('Instructors'), await make.user()];
  const course = await make.course(owner, { status: CourseStatus.DRAFT });
  const [shown, hidden] = [await make.module(course, 1), await make.module(course, 2, { status: PublicationStatus.DRAFT })];
  const later = await make.module(course, 3, { availableFrom: tomorrow });
  await make.content(shown, 1);
  await make.content(shown, 2, { status: PublicationStatus.DRAFT });
  await make.content(hidden, 1);
  await make.content(later, 1);
  await make.enrolment(course, pupil);
  return { owner, pupil, course, shown, later };
}

test.each(['owner', 'editor'])(
  'the %s is shown a course as its students will be: drafts hidden, locks in force, no right to change it',
  async (who) => {
    const { owner, course, shown, later } = await draftCourse();
    const viewer = who === 'owner' ? owner : await make.user('Administrators');
    const { data, errors } = await asStudent(viewer.uuid, CourseQuery, { slug: course.slug });
    expect(errors).toEqual([]);
    expect(data?.courseBySlug).toMatchObject({
      viewerCanEdit: false,
      viewerCanRead: true,
      viewerCanEnrol: false,
      views: null,
      modules: [
        { id: shown.id, viewerLock: null, contents: [{ item: { __typename: 'Text' } }] },
        { id: later.id, viewerLock: { availableFrom: tomorrow.toISOString() }, contents: [{ item: { __typename: 'LockedItem' } }] },
      ],
    });
  },
);

test('it gives nobody a right that they lack', async () => {
  const { pupil, course } = await draftCourse();
  const { data } = await asStudent(pupil.uuid, CourseQuery, { slug: course.slug });
  expect(data?.courseBySlug).toMatchObject({ viewerCanRead: false, modules: null });
  const stranger = await asStudent((await make.user('Instructors')).uuid, CourseQuery, { slug: course.slug });
  expect(stranger.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('nothing is changed meanwhile, and there is no other view', async () => {
  const { owner, course } = await draftCourse();
  const rename = `mutation ($id: ID!) { updateCourse(input: { id: $id, title: "Renamed" }) { course { id } } }`;
  expect((await asStudent(owner.uuid, rename, { id: course.id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const signOutAndBack = `mutation { createCourse(input: { subjectId: "${(await make.subject()).id}", title: "New" }) { course { id } } }`;
  expect((await asStudent(owner.uuid, signOutAndBack, {})).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await asStudent(owner.uuid, CourseQuery, { slug: course.slug }, 'teacher')).errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect((await (await school.as(owner.uuid)).data(Rename, { id: course.id })).updateCourse?.course).toEqual({ id: course.id });
});
