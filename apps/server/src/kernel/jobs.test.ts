import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openSchool } from '../../test/harness.ts';
import { defineJob, Jobs, type JobRun, migrateJobs, type Work } from './jobs.ts';

const school = await openSchool();
const { orm, env } = school.services;
const logger = pino({ level: 'silent' });

/** What was done, in order, by whatever process. */
interface Done {
  readonly word: string;
  readonly run: JobRun;
}

const quick = { limit: 2, delaySeconds: 1, longestDelaySeconds: 1 };
const noteJob = defineJob({
  name: 'note',
  rule: z.object({ word: z.string() }),
  retries: quick,
  run: async (done: Done[], { word }, run) => {
    done.push({ word, run });
    if (word === 'always fails' || (word === 'fails once' && run.attempt === 1)) throw new Error('not this time');
    if (word === 'slow') await wait(1_000);
  },
});
const works: Work<Done[]>[] = [noteJob];
await migrateJobs(env.DATABASE_URL, logger, works);

/** Another process on the same database. */
async function worker(done: Done[], list = works) {
  const jobs = new Jobs({ databaseUrl: env.DATABASE_URL, logger, isWorking: true });
  await jobs.start();
  await jobs.work(done, list);
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= jobs.stop());
  afterAll(stop);
  return stop;
}

const queue = (word: string) => orm.em.fork().transactional((em) => school.services.jobs.queue(em, noteJob, { word }));
const words = (done: Done[]) => done.map(({ word }) => word).toSorted();
const statesOf = async (word: string) =>
  (await sql<{ state: string }>`select state from pgboss.job where data ->> 'word' = ${word}`.execute(school.db)).rows.map(
    ({ state }) => state,
  );

const done: Done[] = [];
const stop = await worker(done);

test('a job is done once its transaction has committed, and never when it has not', async () => {
  await orm.em.fork().transactional(async (em) => {
    await school.services.jobs.queue(em, noteJob, { word: 'committed' });
    expect(done).toEqual([]);
  });
  const undone = orm.em.fork().transactional(async (em) => {
    await school.services.jobs.queue(em, noteJob, { word: 'rolled back' });
    throw new Error('never mind');
  });
  await expect(undone).rejects.toThrow('never mind');
  await expect.poll(() => words(done)).toEqual(['committed']);
  expect(await statesOf('rolled back')).toEqual([]);
});

test('what a job is told must have its form', async () => {
  const wrong = orm.em.fork().transactional((em) => school.services.jobs.queue(em, noteJob, { word: 5 } as never));
  await expect(wrong).rejects.toThrow('expected string');
});

test('one that fails is tried again with the same id; one that always fails is kept as dead', { timeout: 40_000 }, async () => {
  done.length = 0;
  await queue('fails once');
  await queue('always fails');
  await expect.poll(() => statesOf('always fails'), { timeout: 30_000, interval: 200 }).toEqual(['failed']);
  await expect.poll(() => statesOf('fails once'), { timeout: 10_000 }).toEqual(['completed']);
  expect(words(done)).toEqual(['always fails', 'always fails', 'always fails', 'fails once', 'fails once']);
  expect(new Set(done.map(({ run }) => run.id)).size).toBe(2);
  expect(done.filter(({ word }) => word === 'fails once').map(({ run }) => run.attempt)).toEqual([1, 2]);
});

test('processes share the work, forty jobs once each, and one that stops ends what it has begun', async () => {
  done.length = 0;
  const beside: Done[] = [];
  await worker(beside);
  const all = Array.from({ length: 40 }, (_, at) => `word ${at}`);
  await Promise.all(all.map(queue));
  await expect.poll(() => words([...done, ...beside]), { timeout: 20_000 }).toEqual(all.toSorted());
  await queue('slow');
  await expect.poll(() => words([...done, ...beside])).toContain('slow');
  await stop();
  await expect.poll(() => statesOf('slow')).toEqual(['completed']);
  await queue('still done');
  await expect.poll(() => words(beside), { timeout: 20_000 }).toContain('still done');
});

test('what has a schedule is planned, once however many processes there are', async () => {
  const nightly = defineJob({ name: 'nightly', schedule: '0 3 * * *', rule: z.object({}), run: async () => undefined });
  await migrateJobs(env.DATABASE_URL, logger, [nightly]);
  await worker([], [nightly]);
  await worker([], [nightly]);
  const { rows } = await sql`select name, cron, timezone from pgboss.schedule where name = 'nightly'`.execute(school.db);
  expect(rows).toEqual([{ name: 'nightly', cron: '0 3 * * *', timezone: 'UTC' }]);
});
