import { expect, onTestFinished, test, vi } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { LiveClient } from '../../test/live-client.ts';
import { Rename, Structure } from '../../test/live-documents.ts';
import { liveLimits } from './live-limits.ts';

const school = await openSchool();
const make = new Factory(school);
const course = await make.course(await make.user('Instructors'));

const anybody = async () => school.as((await make.user()).uuid);

test(`a person has ${liveLimits.socketsPerPerson} sockets, and another place when one is gone`, async () => {
  const caller = await anybody();
  const sockets = await Promise.all(Array.from({ length: liveLimits.socketsPerPerson }, () => LiveClient.of(caller)));
  const tooMany = new LiveClient(school.url);
  expect(await tooMany.begin(caller.headers)).toBe(false);
  expect(await tooMany.closed).toEqual({ code: 4429, reason: 'Too many sockets' });
  sockets[0]?.socket.close();
  await expect.poll(() => new LiveClient(school.url).begin(caller.headers), { timeout: 2_000 }).toBe(true);
});

test(`a socket has ${liveLimits.subscriptionsPerSocket} subscriptions`, async () => {
  const caller = await anybody();
  const client = await LiveClient.of(caller);
  const first = Array.from({ length: liveLimits.messagesPerSecond - 1 }, () => client.follow(Structure, { id: course.id }));
  await Promise.all(first.map((each) => each.data()));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const next = [client.follow(Structure, { id: course.id }), client.follow(Structure, { id: course.id })] as const;
  await next[0].data();
  expect(await next[1].next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
});

test(`more than ${liveLimits.messagesPerSecond} messages within a second close the socket`, async () => {
  const caller = await anybody();
  const client = await LiveClient.of(caller);
  for (let sent = 0; sent <= liveLimits.messagesPerSecond; sent += 1) client.send({ type: 'ping' });
  expect(await client.closed).toEqual({ code: 4429, reason: 'Too many messages' });
});

test('who has spent their minute is told so, and hears no more', async () => {
  // A bucket fills while a slow machine empties it: here, time stands still.
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const poor = await openSchool({ RATE_LIMIT: '30' });
  const poorMaker = new Factory(poor);
  const teacher = await poorMaker.user('Instructors');
  const { id } = await poorMaker.course(teacher);
  const client = await LiveClient.of(await poor.as(teacher.uuid));
  const following = client.follow(Structure, { id });
  let message = await following.next();
  for (let changes = 0; message.type === 'next' && message.payload.errors === undefined && changes < 20; changes += 1) {
    await (await poor.as((await poorMaker.user('Administrators')).uuid)).data(Rename, { id, title: `Change ${changes}` });
    message = await following.next();
  }
  expect(message).toMatchObject({ payload: { data: null, errors: [{ extensions: { code: 'RATE_LIMITED' } }] } });
  expect(await following.next()).toMatchObject({ type: 'complete' });
  expect(await client.follow(Structure, { id }).next()).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
});

test('a document that is refused costs as much as over HTTP', async () => {
  const caller = await anybody();
  const client = await LiveClient.of(caller);
  const before = Number(
    (await caller.post('{"query":"{ __typename }"}', { 'content-type': 'application/json' })).headers.get('ratelimit-remaining'),
  );
  expect(await client.followText('subscription { nothing }').next()).toMatchObject({ type: 'error' });
  const after = Number(
    (await caller.post('{"query":"{ __typename }"}', { 'content-type': 'application/json' })).headers.get('ratelimit-remaining'),
  );
  expect(before - after).toBeGreaterThan(100);
});

test('a message that is too long, or no message, closes the socket and nothing else', async () => {
  const caller = await anybody();
  const [long, malformed] = [await LiveClient.of(caller), await LiveClient.of(caller)];
  long.send('x'.repeat(liveLimits.messageBytes + 1));
  malformed.send('{"type":');
  expect(await long.closed).toMatchObject({ code: 1009 });
  expect(await malformed.closed).toMatchObject({ code: 4400 });
  expect(await new LiveClient(school.url).begin(caller.headers)).toBe(true);
});
