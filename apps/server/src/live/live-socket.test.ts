import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openBeside, openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';
import { Rename, Structure } from '../../test/live-documents.ts';

const school = await openSchool({ PUBLIC_URL: 'https://school.example' });
const other = await openBeside(school);
const make = new Factory(school);
const owner = await make.user('Instructors');
const author = await school.as(owner.uuid);
const course = await make.course(owner);

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

  test('a request that would rather speak another protocol is answered', async () => {
    const request = get(`${school.url}/schema.graphql`, { headers: { connection: 'Upgrade', upgrade: 'h2c' } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    response.resume();
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
    const caller = await school.as((await make.user()).uuid);
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

  test('over HTTP a subscription is refused, and told where to go', async () => {
    const caller = await school.as((await make.user()).uuid);
    const { data, errors } = await caller.run(Structure, { id: course.id });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a failure of ours is masked behind a reference, and the next event comes', async () => {
    const caller = await school.as((await make.user()).uuid);
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

test('a server that stops says goodbye to its sockets at once, and takes no new ones', async () => {
  const leaving = await openBeside(school);
  const client = await LiveClient.of(new Caller(leaving.url, author.token));
  await client.follow(Structure, { id: course.id }).data();
  const began = performance.now();
  const stopped = leaving.stop();
  expect(await client.closed).toEqual({ code: 1001, reason: 'Going away' });
  expect(await new LiveClient(leaving.url).begin(author.headers)).toBe(false);
  await stopped;
  expect(performance.now() - began).toBeLessThan(4_000);
});
