import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { type Caller, openBeside, openSchool } from '../../test/harness.ts';

const school = await openSchool();
const make = new Factory(school);

const Tell = graphql(`
  mutation PlaybackTell($id: ID!, $seconds: Float!) {
    recordPlayback(input: { contentId: $id, seconds: $seconds }) {
      content {
        viewerPlaybackSeconds
      }
      userErrors {
        code
      }
    }
  }
`);

const Ask = graphql(`
  query PlaybackAsk($id: ID!) {
    node(id: $id) {
      ... on Content {
        viewerPlaybackSeconds
      }
    }
  }
`);

const owner = await make.user('Instructors');
const course = await make.course(owner);
const film = await make.content(await make.module(course));

async function studentOfCourse(): Promise<Caller> {
  const student = await make.user();
  await make.enrolment(course, student);
  return school.as(student.uuid);
}

const placeOf = async (caller: Caller) => (await caller.data(Ask, { id: film.id })).node?.viewerPlaybackSeconds;

test('where a student is in a film is known at once, and written within seconds', async () => {
  const [student, other] = [await studentOfCourse(), await studentOfCourse()];
  expect(await placeOf(student)).toBeNull();
  const { recordPlayback } = await student.data(Tell, { id: film.id, seconds: 192.5 });
  expect(recordPlayback).toEqual({ content: { viewerPlaybackSeconds: 192.5 }, userErrors: [] });
  expect(await placeOf(student)).toBe(192.5);
  expect(await placeOf(other)).toBeNull();
  await school.services.playbacks.flush();
  expect(await placeOf(student)).toBe(192.5);
});

test('a film that tells its place all the time costs no statement more, and the last one holds', async () => {
  const student = await studentOfCourse();
  for (let seconds = 1; seconds <= 20; seconds += 1) await student.data(Tell, { id: film.id, seconds });
  const statements = await school.statements(() => school.services.playbacks.flush());
  expect(statements).toHaveLength(1);
  expect(await placeOf(student)).toBe(20);
});

test('of two processes the one that was told last is right, whichever writes last', async () => {
  const beside = await openBeside(school);
  const user = await make.user();
  await make.enrolment(course, user);
  const [here, there] = [await school.as(user.uuid), await beside.as(user.uuid)];
  await here.data(Tell, { id: film.id, seconds: 10 });
  await there.data(Tell, { id: film.id, seconds: 90 });
  await beside.services.playbacks.flush();
  await school.services.playbacks.flush();
  expect(await placeOf(here)).toBe(90);
});

test('a place that no film has is refused, and so is who is not enrolled', async () => {
  const [student, stranger] = [await studentOfCourse(), await school.as((await make.user()).uuid)];
  for (const seconds of [-1, 86_401]) {
    expect((await student.run(Tell, { id: film.id, seconds })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect((await stranger.run(Tell, { id: film.id, seconds: 1 })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  const instructor = await school.as(owner.uuid);
  expect((await instructor.run(Tell, { id: film.id, seconds: 1 })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
