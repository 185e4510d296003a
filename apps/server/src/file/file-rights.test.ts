import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Browser } from '../../test/browser.ts';
import { Factory, testPassword } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { openSchool } from '../../test/harness.ts';
import { statusFor } from '../../test/file-status.ts';
import { uploaded } from '../../test/upload.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';

const school = await openSchool();
const make = new Factory(school);

const AddFile = graphql(`
  mutation FileRightsAdd($input: CreateFileInput!) {
    createFile(input: $input) {
      content {
        id
      }
    }
  }
`);

const SetCover = graphql(`
  mutation FileRightsCover($id: ID!, $imageId: ID!) {
    updateCourse(input: { id: $id, imageId: $imageId }) {
      userErrors {
        code
      }
    }
  }
`);

const DeleteContent = graphql(`
  mutation FileRightsDelete($id: ID!) {
    deleteContent(input: { id: $id }) {
      deletedContentId
    }
  }
`);

const SignIn = graphql(`
  mutation FileRightsSignIn($login: String!, $password: String!) {
    signIn(input: { login: $login, password: $password }) {
      credentials {
        accessToken
      }
    }
  }
`);

const owner = await make.user('Instructors');
const instructor = await school.as(owner.uuid);

/** A file that stands in a course, and a student of that course. */
async function fileInCourse(fields: { status?: CourseStatus; module?: PublicationStatus } = {}) {
  const course = await make.course(owner, { status: fields.status ?? CourseStatus.PUBLISHED });
  const module = await make.module(course, 1, { status: fields.module ?? PublicationStatus.PUBLISHED });
  const file = await uploaded(instructor, 'FILE');
  const { createFile } = await instructor.data(AddFile, {
    input: { moduleId: module.id, title: 'A sheet', fileId: file.id, status: 'PUBLISHED' },
  });
  const student = await make.user();
  await make.enrolment(course, student);
  return { course, file, content: createFile?.content?.id ?? '', student, reader: await school.as(student.uuid) };
}

test('an address that leaks opens nothing: signed out is 401, for a real file as for a random one', async () => {
  const { file } = await fileInCourse();
  const [real, random] = [await school.nobody.get(file.url), await school.nobody.get(`/files/${randomUUID()}`)];
  expect([real.status, random.status]).toEqual([401, 401]);
  expect(await real.text()).toBe(await random.text());
  expect((await school.nobody.get('/files/no-id')).status).toBe(401);
});

test('who is not enrolled gets 404, for a real file as for a random one', async () => {
  const { file } = await fileInCourse();
  for (const group of ['Students', 'Instructors'] as const) {
    const stranger = await school.as((await make.user(group)).uuid);
    expect(await statusFor(stranger, file)).toBe(404);
    const [real, random] = [await stranger.get(file.url), await stranger.get(`/files/${randomUUID()}`)];
    expect(await real.text()).toBe(await random.text());
  }
});

test('a student of the course, its owner and who reads any course may read it', async () => {
  const { file, reader } = await fileInCourse();
  const manager = await school.as((await make.user('Managers')).uuid);
  for (const caller of [reader, instructor, manager]) expect(await statusFor(caller, file)).toBe(200);
});

test('the right ends with what gave it: the enrolment, the course’s publication, the content, the course', async () => {
  const { course, file, content, student, reader } = await fileInCourse();
  const set = (fields: { status?: CourseStatus; deleted_at?: Date | null }) =>
    school.db.updateTable('course').set(fields).where('id', '=', course.uuid).execute();
  await set({ status: CourseStatus.ARCHIVED });
  expect(await statusFor(reader, file)).toBe(200);
  await set({ status: CourseStatus.DRAFT });
  expect(await statusFor(reader, file)).toBe(404);
  await set({ status: CourseStatus.PUBLISHED, deleted_at: new Date() });
  expect(await statusFor(reader, file)).toBe(404);
  await set({ deleted_at: null });
  await school.db.updateTable('enrolment').set({ left_at: new Date() }).where('student_id', '=', student.uuid).execute();
  expect(await statusFor(reader, file)).toBe(404);
  await school.db.updateTable('enrolment').set({ left_at: null }).where('student_id', '=', student.uuid).execute();
  expect(await statusFor(reader, file)).toBe(200);
  await instructor.data(DeleteContent, { id: content });
  expect(await statusFor(reader, file)).toBe(404);
  expect(await statusFor(instructor, file)).toBe(200);
});

test('what stands in a draft module is closed to students', async () => {
  const { file, reader } = await fileInCourse({ module: PublicationStatus.DRAFT });
  expect(await statusFor(reader, file)).toBe(404);
});

test('the picture of a published course is open to all; that of a draft is not', async () => {
  const course = await make.course(owner);
  const cover = await uploaded(instructor, 'IMAGE');
  expect(await statusFor(school.nobody, cover)).toBe(401);
  await instructor.data(SetCover, { id: course.id, imageId: cover.id });
  expect(await statusFor(school.nobody, cover)).toBe(200);
  await school.db.updateTable('course').set({ status: CourseStatus.DRAFT }).where('id', '=', course.uuid).execute();
  expect(await statusFor(school.nobody, cover)).toBe(401);
});

/** Somebody with a picture, and the courses that make them known. */
async function personWithPicture(group: 'Instructors' | 'Students') {
  const person = await make.user(group);
  const self = await school.as(person.uuid);
  const picture = await uploaded(self, 'AVATAR');
  const show = (id: string | null) => school.db.updateTable('profile').set({ avatar_id: id }).where('user_id', '=', person.uuid).execute();
  return { person, self, picture, show };
}

test('the picture of an instructor is open to all while it is theirs, and while they have something published', async () => {
  const { person, self, picture, show } = await personWithPicture('Instructors');
  const course = await make.course(person);
  expect(await statusFor(school.nobody, picture)).toBe(401);
  await show(picture.uuid);
  expect(await statusFor(school.nobody, picture)).toBe(200);
  const pupil = await make.user();
  await make.enrolment(course, pupil);
  const archive = { status: CourseStatus.ARCHIVED };
  await school.db.updateTable('course').set(archive).where('id', '=', course.uuid).execute();
  expect(await statusFor(school.nobody, picture)).toBe(401);
  for (const caller of [self, await school.as(pupil.uuid), await school.as((await make.user('Administrators')).uuid)])
    expect(await statusFor(caller, picture)).toBe(200);
  await show(null);
  expect(await statusFor(await school.as(pupil.uuid), picture)).toBe(404);
});

test('the picture of a student is open to their instructor alone, and to who manages accounts', async () => {
  const { person, picture, show } = await personWithPicture('Students');
  await show(picture.uuid);
  expect(await statusFor(instructor, picture)).toBe(404);
  await make.enrolment(await make.course(owner), person);
  expect(await statusFor(instructor, picture)).toBe(200);
  const others = [await make.user('Instructors'), await make.user(), await make.user('Managers')];
  for (const { uuid } of others) expect(await statusFor(await school.as(uuid), picture)).toBe(404);
  expect(await statusFor(school.nobody, picture)).toBe(401);
  expect(await statusFor(await school.as((await make.user('Administrators')).uuid), picture)).toBe(200);
});

test('a browser reads files by a cookie that is good for reading files, and for nothing else', async () => {
  const { file, student } = await fileInCourse();
  const browser = new Browser(school.url);
  const { data } = await browser.run(SignIn, { login: student.username, password: testPassword });
  expect((await browser.send(file.url)).status).toBe(200);
  expect((await browser.send(file.url, { method: 'HEAD' })).status).toBe(200);
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await browser.send(file.url, { method })).status).toBe(404);
  const files = browser.cookie('files')?.value ?? '';
  const asToken = await browser.send('/graphql?query={viewer{id}}', {
    headers: { authorization: `Bearer ${files}`, 'apollo-require-preflight': 'true' },
  });
  expect(asToken.status).toBe(401);
  const nobody = await browser.send('/graphql?query={viewer{id}}', { headers: { 'apollo-require-preflight': 'true' } });
  expect(await nobody.json()).toMatchObject({ data: { viewer: null } });
  const token = data?.signIn?.credentials?.accessToken ?? '';
  expect((await fetch(`${school.url}${file.url}`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});

test('the cookie ends with the session, and a bad token is not healed by it', async () => {
  const { file, student } = await fileInCourse();
  const browser = new Browser(school.url);
  await browser.run(SignIn, { login: student.username, password: testPassword });
  expect((await browser.send(file.url, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);
  await school.db.updateTable('session').set({ ended_at: new Date() }).where('user_id', '=', student.uuid).execute();
  expect((await browser.send(file.url)).status).toBe(401);
});
