import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const Rename = graphql(`
  mutation CourseSlugRename($id: ID!, $slug: String!) {
    updateCourse(input: { id: $id, slug: $slug }) {
      course {
        slug
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Create = graphql(`
  mutation CourseSlugCreate($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        id
        slug
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const Delete = graphql(`
  mutation CourseSlugDelete($id: ID!) {
    deleteCourse(input: { id: $id }) {
      deletedCourseId
    }
  }
`);

const Lookup = graphql(`
  query CourseSlugLookup($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      slug
    }
  }
`);

const owner = await make.user('Instructors');
const caller = await school.as(owner.uuid);

async function coursesBehind(...slugs: string[]) {
  const answers = await Promise.all(slugs.map((slug) => school.nobody.run(Lookup, { slug })));
  return answers.map(({ data }) => data?.courseBySlug?.id ?? null);
}

test('every former slug leads to the course and tells the present one', async () => {
  const course = await make.course(owner, { slug: 'first-name' });
  await caller.data(Rename, { id: course.id, slug: 'second-name' });
  await caller.data(Rename, { id: course.id, slug: 'third-name' });
  expect(await coursesBehind('first-name', 'second-name', 'third-name')).toEqual([course.id, course.id, course.id]);
  expect((await school.nobody.data(Lookup, { slug: 'first-name' })).courseBySlug?.slug).toBe('third-name');
});

test('a course can take back a slug that it had before', async () => {
  const course = await make.course(owner, { slug: 'to-and-fro' });
  await caller.data(Rename, { id: course.id, slug: 'elsewhere' });
  const { updateCourse } = await caller.data(Rename, { id: course.id, slug: 'to-and-fro' });
  expect(updateCourse).toEqual({ course: { slug: 'to-and-fro' }, userErrors: [] });
  expect(await coursesBehind('to-and-fro', 'elsewhere')).toEqual([course.id, course.id]);
});

test('a slug that another course takes leads to that one, and after it is given up still to that one', async () => {
  const [first, second] = [await make.course(owner, { slug: 'popular' }), await make.course(owner)];
  await caller.data(Rename, { id: first.id, slug: 'less-popular' });
  await caller.data(Rename, { id: second.id, slug: 'popular' });
  expect(await coursesBehind('popular', 'less-popular')).toEqual([second.id, first.id]);
  await caller.data(Rename, { id: second.id, slug: 'popular-again' });
  expect(await coursesBehind('popular', 'popular-again')).toEqual([second.id, second.id]);
});

test('a slug proposed for a new course leads nowhere else; one that is asked for is taken for good', async () => {
  const [course, subject] = [await make.course(owner, { slug: 'reborn' }), await make.subject()];
  await caller.data(Rename, { id: course.id, slug: 'moved-on' });
  const proposed = await caller.data(Create, { input: { subjectId: subject.id, title: 'Reborn' } });
  expect(proposed.createCourse?.course?.slug).toBe('reborn-2');
  const asked = await caller.data(Create, { input: { subjectId: subject.id, title: 'Reborn', slug: 'reborn' } });
  await caller.data(Delete, { id: asked.createCourse?.course?.id ?? '' });
  expect(await coursesBehind('reborn', 'moved-on')).toEqual([null, course.id]);
});

test('a slug in use is refused by name; a course in the trash keeps none occupied', async () => {
  const [taken, course] = [await make.course(owner, { slug: 'mine-already' }), await make.course(owner)];
  const refused = await caller.data(Rename, { id: course.id, slug: 'mine-already' });
  expect(refused.updateCourse).toEqual({ course: null, userErrors: [{ code: 'TAKEN', path: ['slug'] }] });
  await caller.data(Delete, { id: taken.id });
  const accepted = await caller.data(Rename, { id: course.id, slug: 'mine-already' });
  expect(accepted.updateCourse).toEqual({ course: { slug: 'mine-already' }, userErrors: [] });
});

test('of many courses that want one slug at once, one gets it', async () => {
  const courses = await Promise.all(Array.from({ length: 8 }, () => make.course(owner)));
  const answers = await Promise.all(courses.map(({ id }) => caller.data(Rename, { id, slug: 'wanted-by-all' })));
  const outcomes = answers.map(({ updateCourse }) => updateCourse?.userErrors[0]?.code ?? 'GOT IT');
  expect(outcomes.toSorted()).toEqual(['GOT IT', ...Array.from({ length: 7 }, () => 'TAKEN')]);
});

test('a slug of any characters asked for is a slug that nobody has', async () => {
  for (const slug of ['', 'Ünïcödé', "x' or true --", 'a\u0000b', 'x'.repeat(10_000)]) {
    const { errors } = await school.nobody.run(Lookup, { slug });
    expect(['NOT_FOUND', 'BAD_USER_INPUT']).toContain(errors[0]?.extensions.code);
  }
});
