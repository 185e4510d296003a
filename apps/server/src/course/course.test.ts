import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { globalId } from '../kernel/global-id.ts';
import { randomUUID } from 'node:crypto';
import { CourseStatus } from './course.entity.ts';

const school = await openSchool();
const make = new Factory(school);

const CreateCourse = graphql(`
  mutation CourseCreate($input: CreateCourseInput!) {
    createCourse(input: $input) {
      course {
        id
        title
        slug
        overview
        language
        status
        publishedAt
        viewerCanEdit
        subject {
          id
        }
        owner {
          id
        }
      }
      userErrors {
        code
        path
        ... on LimitError {
          limit
        }
      }
    }
  }
`);

const UpdateCourse = graphql(`
  mutation CourseUpdate($input: UpdateCourseInput!) {
    updateCourse(input: $input) {
      course {
        title
        overview
        language
        subject {
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

const PublishCourse = graphql(`
  mutation CoursePublish($id: ID!) {
    publishCourse(input: { id: $id }) {
      course {
        status
        publishedAt
      }
    }
  }
`);

const UnpublishCourse = graphql(`
  mutation CourseUnpublish($id: ID!) {
    unpublishCourse(input: { id: $id }) {
      course {
        status
        publishedAt
      }
    }
  }
`);

const ArchiveCourse = graphql(`
  mutation CourseArchive($id: ID!) {
    archiveCourse(input: { id: $id }) {
      course {
        status
      }
    }
  }
`);

const DeleteCourse = graphql(`
  mutation CourseDelete($id: ID!) {
    deleteCourse(input: { id: $id }) {
      deletedCourseId
      userErrors {
        code
      }
    }
  }
`);

const Course = graphql(`
  query CourseBySlug($slug: String!) {
    courseBySlug(slug: $slug) {
      id
      status
      viewerCanEdit
      viewerCanDelete
      viewerCanRead
      viewerCanEnrol
    }
  }
`);

async function instructor() {
  const person = await make.user('Instructors');
  return { person, caller: await school.as(person.uuid) };
}

test('an instructor creates a draft of their own, with the slug of its title and the language of their profile', async () => {
  const [{ person, caller }, subject] = [await instructor(), await make.subject()];
  await school.db.updateTable('profile').set({ language: 'fr' }).where('user_id', '=', person.uuid).execute();
  const { createCourse } = await caller.data(CreateCourse, { input: { subjectId: subject.id, title: '  Où va l’œuvre ? ' } });
  expect(createCourse).toMatchObject({
    userErrors: [],
    course: {
      title: 'Où va l’œuvre ?',
      slug: 'ou-va-l-oeuvre',
      overview: '',
      language: 'fr',
      status: 'DRAFT',
      publishedAt: null,
      viewerCanEdit: true,
      owner: { id: person.id },
      subject: { id: subject.id },
    },
  });
});

test('each field of a new course is refused by its own rule, all at once', async () => {
  const [{ caller }, subject] = [await instructor(), await make.subject()];
  const input = { subjectId: subject.id, title: ' ', slug: 'No Slug', overview: 'x'.repeat(20_001), language: 'french' };
  const { createCourse } = await caller.data(CreateCourse, { input });
  expect(createCourse).toEqual({
    course: null,
    userErrors: [
      { code: 'REQUIRED', path: ['title'] },
      { code: 'INVALID', path: ['slug'] },
      { code: 'TOO_LONG', path: ['overview'], limit: 20_000 },
      { code: 'INVALID', path: ['language'] },
    ],
  });
});

test('a subject that is not there, and a picture that is not the instructor’s, are refused', async () => {
  const [{ caller }, subject] = [await instructor(), await make.subject()];
  const refusals = async (subjectId: string, imageId?: string) =>
    (await caller.data(CreateCourse, { input: { subjectId, title: 'A course', ...(imageId === undefined ? {} : { imageId }) } }))
      .createCourse;
  expect(await refusals(globalId('Subject', randomUUID()))).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', path: ['subjectId'] }] });
  expect(await refusals(subject.id, globalId('StoredFile', randomUUID()))).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND', path: ['imageId'] }],
  });
});

test('forty courses of one title made at once have forty slugs', async () => {
  const [{ caller }, subject] = [await instructor(), await make.subject()];
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => caller.data(CreateCourse, { input: { subjectId: subject.id, title: 'The same idea' } })),
  );
  expect(new Set(answers.map(({ createCourse }) => createCourse?.course?.slug)).size).toBe(40);
});

test('an edit changes what it names and leaves the rest', async () => {
  const { person, caller } = await instructor();
  const course = await make.course(person, { title: 'Before', overview: 'Kept to the byte \n' });
  const { updateCourse } = await caller.data(UpdateCourse, { input: { id: course.id, title: 'After' } });
  expect(updateCourse).toMatchObject({ userErrors: [], course: { title: 'After', overview: 'Kept to the byte \n', language: 'en' } });
});

test('publishing tells when it happened first; going back to draft and out again keeps that day', async () => {
  const { person, caller } = await instructor();
  const course = await make.course(person, { status: CourseStatus.DRAFT });
  await make.content(await make.module(course));
  const first = (await caller.data(PublishCourse, { id: course.id })).publishCourse?.course;
  expect(first).toMatchObject({ status: 'PUBLISHED', publishedAt: expect.any(String) as string });
  const draft = (await caller.data(UnpublishCourse, { id: course.id })).unpublishCourse?.course;
  expect(draft).toEqual({ status: 'DRAFT', publishedAt: first?.publishedAt });
  const again = (await caller.data(PublishCourse, { id: course.id })).publishCourse?.course;
  expect(again).toEqual(first);
});

test('a draft and an archived course are NOT_FOUND for strangers, as a slug that never was', async () => {
  const { person, caller } = await instructor();
  const course = await make.course(person);
  await caller.data(ArchiveCourse, { id: course.id });
  const never = await school.nobody.run(Course, { slug: 'there-is-no-such-course' });
  expect(never.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await school.nobody.run(Course, { slug: course.slug })).errors).toEqual(never.errors);
  await caller.data(UnpublishCourse, { id: course.id });
  const stranger = await school.as((await make.user()).uuid);
  expect((await stranger.run(Course, { slug: course.slug })).errors).toEqual(never.errors);
});

test('a manager sees a draft and may not touch it; an administrator may', async () => {
  const course = await make.course(await make.user('Instructors'), { status: CourseStatus.DRAFT });
  await make.content(await make.module(course));
  const manager = await school.as((await make.user('Managers')).uuid);
  const administrator = await school.as((await make.user('Administrators')).uuid);
  const rights = async (caller: typeof manager) => (await caller.data(Course, { slug: course.slug })).courseBySlug;
  expect(await rights(manager)).toMatchObject({ viewerCanRead: true, viewerCanEdit: false, viewerCanDelete: false, viewerCanEnrol: false });
  expect(await rights(administrator)).toMatchObject({ viewerCanRead: true, viewerCanEdit: true, viewerCanDelete: true });
  expect((await manager.run(PublishCourse, { id: course.id })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await administrator.data(PublishCourse, { id: course.id })).publishCourse?.course?.status).toBe('PUBLISHED');
});

test('a deleted course is nowhere to be found, by its slug or by its id', async () => {
  const { person, caller } = await instructor();
  const course = await make.course(person);
  const { deleteCourse } = await caller.data(DeleteCourse, { id: course.id });
  expect(deleteCourse).toEqual({ deletedCourseId: course.id, userErrors: [] });
  expect((await caller.run(Course, { slug: course.slug })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await caller.run(DeleteCourse, { id: course.id })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});
