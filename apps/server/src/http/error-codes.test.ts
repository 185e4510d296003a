import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { type Answer, type Caller, openSchool } from '../../test/harness.ts';
import { contentOf, formOf } from '../../test/upload.ts';
import type { Database } from '../database.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { ErrorCode } from '../kernel/errors.ts';

// A bucket fills while a slow machine empties it: here, time stands still.
vi.useFakeTimers({ toFake: ['Date'] });
const school = await openSchool({ RATE_LIMIT_ANONYMOUS: '50000' });
const make = new Factory(school);
const owner = await make.user('Instructors');
const course = await make.course(owner, { status: CourseStatus.DRAFT });
const published = await make.course(owner);
const [teacher, stranger] = [await school.as(owner.uuid), await school.as((await make.user()).uuid)];

const modern = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
const ask = (caller: Caller, query: string, headers: Record<string, string> = {}) =>
  caller.post<unknown>(JSON.stringify({ query }), { ...modern, ...headers });
const rename = (caller: Caller, { id }: { id: string }) =>
  ask(caller, `mutation { updateCourse(input: { id: "${id}", title: "Other" }) { userErrors { code } } }`);
const create = (title: string) =>
  ask(
    teacher,
    `mutation { createModule(input: { courseId: "${published.id}", title: "${title}", idempotencyKey: "k" }) { userErrors { code } } }`,
  );

/** Holds the course's row while `act` runs. */
const whileLocked = <Result>(act: () => Promise<Result>): Promise<Result> =>
  school.services.orm.em
    .fork()
    .getKysely<Database>()
    .transaction()
    .execute(async (db) => {
      await sql`select 1 from course where id = ${course.uuid} for update`.execute(db);
      return act();
    });

const form = () => formOf({ use: 'FILE', name: 'x.txt', bytes: contentOf.text });
const upload = { 'apollo-require-preflight': 'true' };

/** What nobody in particular may ask in a minute, in pieces of 4,950. */
async function spendAll(): Promise<Answer<unknown>> {
  for (;;) {
    const answer = await ask(school.nobody, '{ subjects(first: 49) { nodes { courses(first: 100) { nodes { id } } } } }');
    if (answer.errors.length > 0) return answer;
  }
}

/** For each code, a request that is answered with it, and the status of the answer. */
const requests: Readonly<Record<ErrorCode, readonly [number, () => Promise<Answer<unknown>>]>> = {
  GRAPHQL_PARSE_FAILED: [400, () => ask(school.nobody, '{')],
  GRAPHQL_VALIDATION_FAILED: [400, () => ask(school.nobody, '{ nothing }')],
  UNKNOWN_DOCUMENT: [
    400,
    () => school.nobody.post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }), modern),
  ],
  CSRF_PREVENTION: [403, () => school.nobody.post('{}', { 'content-type': 'text/plain', cookie: 'any=one' })],
  BAD_USER_INPUT: [400, () => ask(school.nobody, '{ courses(first: 101) { nodes { id } } }')],
  UNAUTHENTICATED: [401, () => ask(school.nobody, '{ viewer { id } }', { authorization: 'Bearer none' })],
  FORBIDDEN: [200, () => rename(stranger, published)],
  NOT_FOUND: [200, () => rename(stranger, course)],
  CONFLICT: [200, async () => (await create('One'), create('Other'))],
  QUERY_TOO_COMPLEX: [400, () => ask(school.nobody, `{ ${'viewer { id } '.repeat(21)} }`)],
  RATE_LIMITED: [429, spendAll],
  PAYLOAD_TOO_LARGE: [413, () => ask(stranger, ' '.repeat(1024 ** 2))],
  FILE_TOO_LARGE: [
    413,
    () => {
      const large = form();
      large.set('0', new Blob([new Uint8Array(6 * 1024 ** 2)]), 'large.png');
      return stranger.post(large, upload);
    },
  ],
  TIMEOUT: [504, () => whileLocked(() => rename(teacher, course))],
  UNAVAILABLE: [
    503,
    () => {
      vi.spyOn(school.services.storage, 'hasRoomFor').mockResolvedValueOnce(false);
      return teacher.post(form(), upload);
    },
  ],
  INTERNAL_SERVER_ERROR: [
    200,
    async () => {
      await sql`alter table subject rename to elsewhere`.execute(school.db);
      return ask(stranger, '{ subjects(first: 1) { nodes { id } } }');
    },
  ],
};

test.each(Object.values(ErrorCode))('%s', async (code) => {
  const [status, send] = requests[code];
  const answer = await send();
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual(answer.errors.map(() => code));
  expect(answer.errors).not.toEqual([]);
  expect(answer.status).toBe(status);
});
