import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { Factory, type Made } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openBeside, openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { signAccessToken } from '../session/access-token.ts';
import { liveLimits } from './live-limits.ts';

const school = await openSchool({ PUBLIC_URL: 'https://school.example' });
const other = await openBeside(school);
const make = new Factory(school);

const Structure = graphql(`
  subscription LiveStructure($id: ID!) {
    courseStructureChanged(courseId: $id) {
      course {
        title
      }
    }
  }
`);

const Rename = graphql(`
  mutation LiveRename($id: ID!, $title: String!) {
    updateCourse(input: { id: $id, title: $title }) {
      userErrors {
        code
      }
    }
  }
`);

const SignOut = graphql(`
  mutation LiveSignOut {
    signOut {
      userErrors {
        code
      }
    }
  }
`);

const Unpublish = graphql(`
  mutation LiveUnpublish($id: ID!) {
    unpublishCourse(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

let owner: Made;
let author: Caller;
let course: Made;

beforeAll(async () => {
  owner = await make.user('Instructors');
  author = await school.as(owner.uuid);
  course = await make.course(owner);
});

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

describe('opening', () => {
  test.each([
    ['no token', {}],
    ['a token that is none', { authorization: 'Bearer nonsense' }],
    ['something that is no text', { authorization: { token: 1 } }],
  ])('%s is closed with 4401', async (_name, params) => {
    const client = new LiveClient(school.url);
    expect(await client.begin(params)).toBe(false);
    expect(await client.closed).toEqual({ code: 4401, reason: 'Unauthorized' });
  });

  test.each([
    ['https://school.example', true],
    ['https://evil.example', false],
    ['http://school.example', false],
    ['https://school.example:8443', false],
    ['null', false],
  ])('a page of %s: %s', async (origin, isOpened) => {
    const client = new LiveClient(school.url, { origin });
    expect(await client.begin(author.headers)).toBe(isOpened);
    if (!isOpened) expect(await client.closed).toEqual({ code: 0, reason: 'Unexpected server response: 403' });
  });

  test('another path has no socket', async () => {
    const client = new LiveClient(`${school.url}/files`);
    expect((await client.closed).reason).toBe('Unexpected server response: 404');
  });

  test('another protocol is not spoken', async () => {
    expect((await new LiveClient(school.url, { protocol: 'graphql-ws' }).closed).reason).toBe('Server sent no subprotocol');
  });

  test('who subscribes before they said who they are is closed with 4401', async () => {
    const client = new LiveClient(school.url);
    await new Promise((resolve) => client.socket.once('open', resolve));
    client.follow(Structure, { id: course.id });
    expect(await client.closed).toMatchObject({ code: 4401 });
  });
});

describe('what a socket takes', () => {
  test.each([
    ['query { signUpPolicy }', 'BAD_USER_INPUT'],
    ['mutation { signOut { userErrors { code } } }', 'BAD_USER_INPUT'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { courseStructureChanged { course { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription ($id: ID!) { courseStructureChanged(courseId: $id) { course { id } } }', 'BAD_USER_INPUT'],
    ['subscription { courseStructureChanged(courseId: "x") { course { id } } }', 'BAD_USER_INPUT'],
    [`subscription { ${'a: __typename '.repeat(31)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    [`subscription { courseStructureChanged(courseId: "x") { course { ${'a: title '.repeat(31)} } } }`, 'QUERY_TOO_COMPLEX'],
    [
      `subscription { courseStructureChanged(courseId: "x") { course { ${'owner { courses(first: 100) { nodes { '.repeat(3)} id ${'} } } '.repeat(3)} } } }`,
      'QUERY_TOO_COMPLEX',
    ],
    [`subscription { ${'courseStructureChanged '.repeat(2_001)} }`, 'QUERY_TOO_COMPLEX'],
  ])('%s is refused: %s', async (query, code) => {
    const following = (await LiveClient.of(author)).followText(query);
    const message = await following.next();
    const errors = message.type === 'next' ? message.payload.errors : message.type === 'error' ? message.payload : [];
    expect(errors?.map(({ extensions }) => extensions.code)).toContain(code);
  });

  test('a mutation on the socket changes nothing', async () => {
    const { caller } = await person();
    const client = await LiveClient.of(caller);
    await client.followText('mutation { signOut { userErrors { code } } }').next();
    expect(
      (
        await caller.run(
          graphql(`
            query LiveWho {
              viewer {
                id
              }
            }
          `),
        )
      ).status,
    ).toBe(200);
  });

  test('a failure of ours is masked behind a reference, and the next event comes', async () => {
    const { caller } = await person();
    const following = (await LiveClient.of(caller)).follow(Structure, { id: course.id });
    await following.data();
    await sql`alter table course rename column overview to hidden`.execute(school.db);
    await school.services.orm.em.fork().execute(`select pg_notify('cursus', ?)`, [
      JSON.stringify({
        topic: 'courseStructure',
        event: { courseId: course.uuid, moduleIds: [], contentIds: [], deletedModuleIds: [], deletedContentIds: [] },
      }),
    ]);
    const message = await following.next();
    await sql`alter table course rename column hidden to overview`.execute(school.db);
    const error = message.type === 'next' ? message.payload.errors?.[0] : undefined;
    expect(error).toMatchObject({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) as string },
    });
    await author.data(Rename, { id: course.id, title: 'After the failure' });
    expect((await following.data()).courseStructureChanged.course.title).toBe('After the failure');
  });
});

describe('events', () => {
  test('the first comes at once, the next when a change is committed, each read anew', async () => {
    const following = (await LiveClient.of(author)).follow(Structure, { id: course.id });
    await following.data();
    for (const title of ['One', 'Two', 'Three']) {
      await author.data(Rename, { id: course.id, title });
      expect((await following.data()).courseStructureChanged.course.title).toBe(title);
    }
  });

  test('one that another process commits comes too', async () => {
    const following = (await LiveClient.of(author)).follow(Structure, { id: course.id });
    await following.data();
    await new Caller(other.url, author.token).data(Rename, { id: course.id, title: 'From elsewhere' });
    expect((await following.data()).courseStructureChanged.course.title).toBe('From elsewhere');
  });

  test('who left a subscription hears no more of it, and the socket goes on', async () => {
    const client = await LiveClient.of(author);
    const [left, kept] = [client.follow(Structure, { id: course.id }), client.follow(Structure, { id: course.id })];
    await Promise.all([left.data(), kept.data()]);
    client.leave(left);
    await author.data(Rename, { id: course.id, title: 'Kept' });
    expect((await kept.data()).courseStructureChanged.course.title).toBe('Kept');
    expect(left.waiting).toBe(0);
  });

  test('after the connection to the database was lost, everything is told again', async () => {
    const following = (await LiveClient.of(author)).follow(Structure, { id: course.id });
    await following.data();
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'cursus listens' and datname = current_database()`.execute(school.db);
    await following.data();
    await expect.poll(() => school.services.pubsub.isListening && other.services.pubsub.isListening, { timeout: 5_000 }).toBe(true);
  });
});

describe('the end of rights', () => {
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
});

describe('caps', () => {
  test(`a person has ${liveLimits.socketsPerPerson} sockets, and another place when one is gone`, async () => {
    const { caller } = await person();
    const sockets = await Promise.all(Array.from({ length: liveLimits.socketsPerPerson }, () => LiveClient.of(caller)));
    const tooMany = new LiveClient(school.url);
    expect(await tooMany.begin(caller.headers)).toBe(false);
    expect(await tooMany.closed).toEqual({ code: 4429, reason: 'Too many sockets' });
    sockets[0]?.socket.close();
    await expect.poll(() => new LiveClient(school.url).begin(caller.headers), { timeout: 2_000 }).toBe(true);
  });

  test(`a socket has ${liveLimits.subscriptionsPerSocket} subscriptions`, async () => {
    const { caller } = await person();
    const client = await LiveClient.of(caller);
    const first = Array.from({ length: liveLimits.messagesPerSecond - 1 }, () => client.follow(Structure, { id: course.id }));
    await Promise.all(first.map((each) => each.data()));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const next = [client.follow(Structure, { id: course.id }), client.follow(Structure, { id: course.id })] as const;
    await next[0].data();
    expect(await next[1].next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
  });

  test(`more than ${liveLimits.messagesPerSecond} messages within a second close the socket`, async () => {
    const { caller } = await person();
    const client = await LiveClient.of(caller);
    for (let sent = 0; sent <= liveLimits.messagesPerSecond; sent += 1) client.send({ type: 'ping' });
    expect(await client.closed).toEqual({ code: 4429, reason: 'Too many messages' });
  });

  test('a message that is too long, or no message, closes the socket and nothing else', async () => {
    const { caller } = await person();
    const [long, malformed] = [await LiveClient.of(caller), await LiveClient.of(caller)];
    long.send('x'.repeat(liveLimits.messageBytes + 1));
    malformed.send('{"type":');
    expect(await long.closed).toMatchObject({ code: 1009 });
    expect(await malformed.closed).toMatchObject({ code: 4400 });
    expect(await new LiveClient(school.url).begin(caller.headers)).toBe(true);
  });
});
