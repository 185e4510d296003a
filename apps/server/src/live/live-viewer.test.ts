import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { Caller, openBeside, openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';
import { Rename, RevokeToken, SignOut, Structure, Unpublish } from '../../test/live-documents.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { signAccessToken } from '../session/access-token.ts';
import { Scope } from '../token/scope.ts';

const school = await openSchool();
const other = await openBeside(school);
const make = new Factory(school);
const owner = await make.user('Instructors');
const author = await school.as(owner.uuid);
const course = await make.course(owner);

const person = async (group?: Parameters<typeof make.user>[0]) => {
  const made = await make.user(group);
  return { made, caller: await school.as(made.uuid) };
};

/** The milliseconds until the promise is there. */
async function timeOf(promise: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await promise;
  return performance.now() - began;
}

test.each([
  ['the same process', () => school.url],
  ['another process', () => other.url],
])('who signs out at %s loses the socket within a second', async (_name, url) => {
  const { caller } = await person();
  const client = await LiveClient.of(caller);
  const following = client.follow(Structure, { id: course.id });
  await following.data();
  await new Caller(url(), caller.token).data(SignOut);
  expect(await timeOf(client.closed)).toBeLessThan(1_000);
  expect(await client.closed).toMatchObject({ code: 4403 });
  expect(await new LiveClient(school.url).begin(caller.headers)).toBe(false);
});

test('a session that plain SQL ends ends its socket, and no other of the person', async () => {
  const { made, caller } = await person();
  const [ended, kept] = [await LiveClient.of(caller), await LiveClient.of(await school.as(made.uuid))];
  const following = kept.follow(Structure, { id: course.id });
  await following.data();
  const claims = JSON.parse(Buffer.from(caller.token?.split('.')[1] ?? '', 'base64url').toString()) as { sid: string };
  await sql`update session set ended_at = now() where id = ${claims.sid}`.execute(school.db);
  expect(await timeOf(ended.closed)).toBeLessThan(1_000);
  await author.data(Rename, { id: course.id, title: 'Still there' });
  expect((await following.data()).courseStructureChanged.course.title).toBe('Still there');
});

test('a token that expires ends its socket within a second', async () => {
  const { made } = await person();
  const id = randomUUID();
  await sql`insert into session (id, user_id, refresh_hash, files_hash, expires_at)
    values (${id}, ${made.uuid}, ${randomUUID()}, ${randomUUID()}, now() + interval '1 day')`.execute(school.db);
  const almostOver = new Date(Date.now() - 598_000);
  const { accessToken, expiresAt } = signAccessToken(school.services.env.AUTH_SECRET, { id, userId: made.uuid }, almostOver);
  const client = await LiveClient.of(new Caller(school.url, accessToken));
  expect(await client.closed).toMatchObject({ code: 4403 });
  expect(Math.abs(Date.now() - expiresAt.getTime())).toBeLessThan(1_000);
});

test('a personal token opens a socket, for what it is good for, and loses it within a second of its revocation', async () => {
  const { made } = await person();
  const { id, secret } = await make.token(made, [Scope.CATALOG_READ]);
  const client = await LiveClient.of(new Caller(school.url, secret));
  expect(await client.follow(Structure, { id: course.id }).next()).toMatchObject({
    payload: { errors: [{ message: 'The token lacks the scope `course:read`.' }] },
  });
  await (await school.as(made.uuid)).data(RevokeToken, { id });
  expect(await timeOf(client.closed)).toBeLessThan(1_000);
  expect(await client.closed).toMatchObject({ code: 4403 });
});

test('who loses the right that showed them a draft is told so, and hears no more', async () => {
  const { made, caller } = await person('Managers');
  const draft = await make.course(owner, { status: CourseStatus.DRAFT });
  const client = await LiveClient.of(caller);
  const following = client.follow(Structure, { id: draft.id });
  await following.data();
  await sql`delete from group_member where user_id = ${made.uuid}`.execute(school.db);
  expect(await following.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  expect(await following.next()).toMatchObject({ type: 'complete' });
  const allowed = client.follow(Structure, { id: course.id });
  await allowed.data();
});

test('who sees a course no more is told so, and hears no more', async () => {
  const { caller } = await person();
  const shown = await make.course(owner);
  const following = (await LiveClient.of(caller)).follow(Structure, { id: shown.id });
  await following.data();
  await author.data(Unpublish, { id: shown.id });
  expect(await following.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  expect(await following.next()).toMatchObject({ type: 'complete' });
});
