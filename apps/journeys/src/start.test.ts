import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, inject, test, vi } from 'vitest';

import { freePort } from '../../../scripts/free-port.mjs';
import { startCursus, type Cursus } from '../../../scripts/started-cursus.mjs';
import { askApi, signIn } from './graphql-request.ts';
import { killAll, livingOf, processTree } from './process-tree.ts';

const withoutSchool = { SAMPLE_SCHOOL: 'false' };
const afterwards: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const work of afterwards.splice(0).toReversed()) await work();
});

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cursus-start-'));
  afterwards.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function start(dataDir: string, settings: Record<string, string>): Promise<Cursus> {
  const cursus = await startCursus(dataDir, settings);
  afterwards.push(() => cursus.stop());
  return cursus;
}

describe('npm start', () => {
  test('keeps every acknowledged write when the whole process tree is killed, and leaves nothing running', async () => {
    const dataDir = await dataFolder();
    const first = await start(dataDir, {});
    await first.ready;
    const course = await createCourse(first.url);
    const acknowledged: string[] = [];
    const writing = Promise.all(Array.from({ length: 4 }, (_, writer) => writeModules(first.url, course, writer, acknowledged)));
    await vi.waitUntil(() => acknowledged.length >= 40, { timeout: 60_000 });
    const tree = processTree(first.pid);
    expect(tree.length).toBeGreaterThan(5);
    killAll(tree);
    await writing;
    await vi.waitUntil(() => livingOf(tree).length === 0, { timeout: 10_000 });

    const second = await start(dataDir, {});
    await second.ready;
    const kept = await moduleTitles(second.url, course);
    expect(kept).toEqual(expect.arrayContaining(acknowledged));
  });

  test('stops everything by Ctrl-C', async () => {
    const cursus = await start(await dataFolder(), withoutSchool);
    await cursus.ready;
    const tree = processTree(cursus.pid);
    await cursus.stop();
    await expect(cursus.ended).resolves.toBe(0);
    expect(livingOf(tree)).toEqual([]);
  });

  test('leaves nothing running when it alone is killed', async () => {
    const cursus = await start(await dataFolder(), withoutSchool);
    await cursus.ready;
    const tree = processTree(cursus.pid);
    process.kill(cursus.pid, 'SIGKILL');
    await vi.waitUntil(() => livingOf(tree).length === 0, { timeout: 20_000 });
  });

  test('runs beside another one, and refuses its data folder to a second', async () => {
    const dataDir = await dataFolder();
    const cursus = await start(dataDir, withoutSchool);
    await cursus.ready;
    const document = '{ subjects { totalCount } }';
    await expect(askApi(cursus.url, document)).resolves.toEqual({ subjects: { totalCount: 0 } });
    await expect(askApi(inject('cursusUrl'), document)).resolves.not.toEqual({ subjects: { totalCount: 0 } });

    const second = await start(dataDir, withoutSchool);
    await expectOneLine(second, dataDir);
  });
});

describe('npm start tells in one line', () => {
  test('that its port is in use', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    afterwards.push(async () => other.close());
    await expectOneLine(await start(await dataFolder(), { ...withoutSchool, PORT: String(port) }), String(port));
  });

  test('that the database cannot be reached', async () => {
    const nowhere = `postgres://cursus:secret@127.0.0.1:${await freePort()}/cursus`;
    await expectOneLine(await start(await dataFolder(), { DATABASE_URL: nowhere }), 'DATABASE_URL');
  });

  test('that the secret is too short', async () => {
    await expectOneLine(await start(await dataFolder(), { ...withoutSchool, AUTH_SECRET: 'short' }), 'AUTH_SECRET');
  });
});

/** Progress lines apart, which end in an ellipsis. */
async function expectOneLine(cursus: Cursus, words: string): Promise<void> {
  await expect(cursus.ended).resolves.toBe(1);
  const lines = cursus
    .output()
    .trim()
    .split('\n')
    .filter((line) => !line.endsWith('…'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(words);
  expect(lines[0]).not.toContain('secret@');
}

async function createCourse(url: string): Promise<string> {
  const token = await signIn(url, 'instructor');
  const { subjects } = await askApi<{ subjects: { nodes: { id: string }[] } }>(url, '{ subjects(first: 1) { nodes { id } } }');
  const document = 'mutation CreateCourse($input: CreateCourseInput!) { createCourse(input: $input) { course { id } } }';
  const input = { subjectId: subjects.nodes[0]?.id, title: 'Written while the power fails' };
  const { createCourse: payload } = await askApi<{ createCourse: { course: { id: string } } }>(url, document, { input }, token);
  return payload.course.id;
}

/** Adds modules until the server is gone, and takes down those that it acknowledged. A course holds 100 modules. */
async function writeModules(url: string, courseId: string, writer: number, acknowledged: string[]): Promise<void> {
  const token = await signIn(url, 'instructor');
  const document = 'mutation CreateModule($input: CreateModuleInput!) { createModule(input: $input) { module { title } } }';
  for (let number = 0; number < 24; number += 1) {
    const title = `Module ${writer}-${number}`;
    try {
      await askApi(url, document, { input: { courseId, title } }, token);
      acknowledged.push(title);
    } catch (error) {
      // The kill cuts the answer off; whatever is wrong before that is a failure.
      if (acknowledged.length < 40) throw error;
      return;
    }
  }
}

async function moduleTitles(url: string, courseId: string): Promise<string[]> {
  const document = 'query Course($id: ID!) { node(id: $id) { ... on Course { modules { title } } } }';
  const { node } = await askApi<{ node: { modules: { title: string }[] } }>(
    url,
    document,
    { id: courseId },
    await signIn(url, 'instructor'),
  );
  return node.modules.map(({ title }) => title);
}
