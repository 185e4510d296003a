import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { startCluster } from '../../../scripts/postgres.mjs';
import { startCursus } from '../../../scripts/started-cursus.mjs';
import { askApi, signIn } from './graphql-request.ts';

/** Two processes of the product, each with its memory, on one database. */
const folder = await mkdtemp(join(tmpdir(), 'cursus-two-'));
const cluster = await startCluster({ dataDir: join(folder, 'database'), throwAway: true });
const settings = { DATABASE_URL: cluster.url, AUTH_SECRET: randomUUID(), SAMPLE_SCHOOL: 'true' };
const one = await startCursus(join(folder, 'one'), settings);
await one.ready;
const other = await startCursus(join(folder, 'other'), settings);
await other.ready;
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()]);
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

const teacher = await signIn(one.url, 'instructor');

interface Change {
  readonly course: { readonly id: string };
}

interface Payload {
  readonly userErrors: readonly { readonly message: string }[];
}

/** What each mutation here gives. */
const selections = {
  createCourse: 'course { id }',
  publishCourse: 'course { id }',
  unpublishCourse: 'course { id }',
  createModule: 'module { id }',
  createText: 'content { id }',
  createToken: 'secret token { id }',
  revokeToken: 'revokedTokenId',
};

/** A mutation of one process with its one field, which has to succeed. */
async function change<Given = Change>(field: keyof typeof selections, input: object): Promise<Given> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation Change($input: ${type}!) { payload: ${field}(input: $input) { ${selections[field]} userErrors { message } } }`;
  const { payload } = await askApi<{ payload: Given & Payload }>(one.url, document, { input }, teacher);
  expect(payload.userErrors, field).toEqual([]);
  return payload;
}

/** A course with something to read: an empty one can't be published. */
async function writeCourse(title: string): Promise<Change['course']> {
  const { subjects } = await askApi<{ subjects: { nodes: { id: string }[] } }>(one.url, '{ subjects(first: 1) { nodes { id } } }');
  const { course } = await change('createCourse', { subjectId: subjects.nodes[0]?.id, title });
  const { module } = await change<{ module: { id: string } }>('createModule', { courseId: course.id, title: 'Shores' });
  await change('createText', { moduleId: module.id, title: 'Sand', body: 'About sand.' });
  return course;
}

/** The catalogue as the browser application asks for it: the one answer that a process remembers. */
async function catalogueReader(): Promise<() => Promise<string>> {
  const built = await readFile(join(import.meta.dirname, '../../web/dist/trusted-documents.json'), 'utf8');
  const documents = Object.entries(JSON.parse(built) as Record<string, string>);
  const id = documents.find(([, text]) => text.includes('query CourseBrowser'))?.[0];
  const query = new URLSearchParams({ documentId: id ?? '', variables: JSON.stringify({ first: 50, withSubjects: true }) });
  return async () => (await fetch(`${other.url}/graphql?${query.toString()}`)).text();
}

test('a course that one process publishes or takes back is told by the very next answer of another', async () => {
  const read = await catalogueReader();
  for (let number = 1; number <= 10; number += 1) {
    const title = `Heard of by both ${number}`;
    const course = await writeCourse(title);
    expect(await read()).not.toContain(title);
    await change('publishCourse', { id: course.id });
    expect(await read()).toContain(title);
    await change('unpublishCourse', { id: course.id });
    expect(await read()).not.toContain(title);
  }
});

interface Said {
  readonly type: string;
}

/** Follows a course over a socket of the other process. */
async function follow(token: string, courseId: string) {
  const socket = new WebSocket(`${other.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = new Promise<{ code: number; at: number }>((resolve) => {
    socket.onclose = ({ code }) => resolve({ code, at: performance.now() });
  });
  const query = 'subscription Follow($id: ID!) { courseStructureChanged(courseId: $id) { course { id } } }';
  const isFollowing = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => {
      const { type } = JSON.parse(String(data)) as Said;
      if (type === 'connection_ack')
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { id: courseId } } }));
      if (type === 'next') resolve();
    };
  });
  socket.onopen = () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await isFollowing;
  return { closed };
}

test('a token that is revoked in one process ends the socket that another holds, within a second', async () => {
  const course = await writeCourse('Followed');
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const input = { name: 'follows', scopes: ['COURSE_READ'], expiresAt };
  const { secret, token } = await change<{ secret: string; token: { id: string } }>('createToken', input);
  const { closed } = await follow(secret, course.id);
  const begun = performance.now();
  await change('revokeToken', { id: token.id });
  const { code, at } = await closed;
  expect(code).toBe(4403);
  expect(at - begun).toBeLessThan(1_000);
});
