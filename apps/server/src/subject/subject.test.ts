import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { CourseStatus } from '../course/course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateSubject = graphql(`
  mutation SubjectCreate($input: CreateSubjectInput!) {
    createSubject(input: $input) {
      subject {
        id
        title
        slug
        courseCount
        viewerCanEdit
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const UpdateSubject = graphql(`
  mutation SubjectUpdate($input: UpdateSubjectInput!) {
    updateSubject(input: $input) {
      subject {
        title
        slug
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const DeleteSubject = graphql(`
  mutation SubjectDelete($id: ID!) {
    deleteSubject(input: { id: $id }) {
      deletedSubjectId
      userErrors {
        code
        path
      }
    }
  }
`);

const Subject = graphql(`
  query SubjectBySlug($slug: String!) {
    subjectBySlug(slug: $slug) {
      title
      courseCount
      courses {
        totalCount
        nodes {
          id
        }
      }
    }
  }
`);

const Search = graphql(`
  query SubjectSearch($search: String!) {
    subjects(search: $search) {
      totalCount
      nodes {
        title
      }
    }
  }
`);

const manager = await school.as((await make.user('Managers')).uuid);

test('a manager creates a subject, with the slug of its title unless one is given', async () => {
  const proposed = await manager.data(CreateSubject, { input: { title: 'Sciences de l’éducation' } });
  expect(proposed.createSubject).toMatchObject({
    userErrors: [],
    subject: { title: 'Sciences de l’éducation', slug: 'sciences-de-l-education', courseCount: 0, viewerCanEdit: true },
  });
  const given = await manager.data(CreateSubject, { input: { title: 'Biology', slug: 'life' } });
  expect(given.createSubject?.subject?.slug).toBe('life');
});

test('a title without a letter that slugs know must come with a slug', async () => {
  const { createSubject } = await manager.data(CreateSubject, { input: { title: '数学' } });
  expect(createSubject).toEqual({ subject: null, userErrors: [{ code: 'REQUIRED', path: ['slug'] }] });
});

test('a slug in use is refused, also when two ask for it at once', async () => {
  const answers = await Promise.all(['One', 'Two'].map((title) => manager.data(CreateSubject, { input: { title, slug: 'contested' } })));
  const errors = answers.flatMap(({ createSubject }) => createSubject?.userErrors ?? []);
  expect(errors).toEqual([{ code: 'TAKEN', path: ['slug'] }]);
});

test('an edit changes what it names and leaves the rest', async () => {
  const subject = await make.subject({ title: 'Physics', slug: 'physics' });
  const { updateSubject } = await manager.data(UpdateSubject, { input: { id: subject.id, title: 'Physics and chemistry' } });
  expect(updateSubject).toEqual({ subject: { title: 'Physics and chemistry', slug: 'physics' }, userErrors: [] });
});

test('a subject counts and shows its published courses alone', async () => {
  const [owner, subject] = [await make.user('Instructors'), await make.subject({ slug: 'counted' })];
  const published = await make.course(owner, { subjectId: subject.uuid });
  await make.course(owner, { subjectId: subject.uuid, status: CourseStatus.DRAFT });
  await make.course(owner, { subjectId: subject.uuid, status: CourseStatus.ARCHIVED });
  await make.course(owner, { subjectId: subject.uuid, deletedAt: new Date() });
  const { subjectBySlug } = await (await school.as(owner.uuid)).data(Subject, { slug: 'counted' });
  expect(subjectBySlug).toMatchObject({ courseCount: 1, courses: { totalCount: 1, nodes: [{ id: published.id }] } });
});

test('a subject goes when no course belongs to it, not even one in the trash', async () => {
  const [empty, used] = [await make.subject({ slug: 'empty' }), await make.subject()];
  await make.course(await make.user('Instructors'), { subjectId: used.uuid, deletedAt: new Date() });
  expect((await manager.data(DeleteSubject, { id: used.id })).deleteSubject).toEqual({
    deletedSubjectId: null,
    userErrors: [{ code: 'IN_USE', path: null }],
  });
  expect((await manager.data(DeleteSubject, { id: empty.id })).deleteSubject).toEqual({ deletedSubjectId: empty.id, userErrors: [] });
  expect((await school.nobody.run(Subject, { slug: 'empty' })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('an instructor makes no subject', async () => {
  const instructor = await school.as((await make.user('Instructors')).uuid);
  const { errors } = await instructor.run(CreateSubject, { input: { title: 'Mine' } });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a search finds subjects by part of their title or slug, accents, case and signs of patterns apart', async () => {
  await make.subject({ title: 'Économie politique', slug: 'economics' });
  const found = async (search: string) => (await school.nobody.data(Search, { search })).subjects;
  expect(await found('ECONOMIE pol')).toEqual({ totalCount: 1, nodes: [{ title: 'Économie politique' }] });
  expect(await found('conomics')).toMatchObject({ totalCount: 1 });
  expect(await found('nothing is called so')).toEqual({ totalCount: 0, nodes: [] });
  expect((await school.nobody.run(Search, { search: 'x'.repeat(201) })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
