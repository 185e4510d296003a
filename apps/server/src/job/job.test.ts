import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { Factory } from '../../test/factories.ts';
import { graphql } from '../../test/gql/gql.ts';
import { Caller, openSchool } from '../../test/harness.ts';
import { globalId } from '../kernel/global-id.ts';

const school = await openSchool();
const make = new Factory(school);
const admin = await make.user('Administrators');
const caller = await school.as(admin.uuid);

const Queues = graphql(`
  query JobQueues {
    system {
      queues {
        name
        waiting
        planned
        active
        retrying
        failed
        done
        retried
        oldestWaitingAt
        lastDoneAt
      }
      failedJobs {
        id
        queue
        attempts
        failedAt
        message
        viewerCanRetry
      }
    }
  }
`);

const Retry = graphql(`
  mutation JobRetry($id: ID!) {
    retryJob(input: { id: $id }) {
      retriedJobId
      userErrors {
        code
      }
    }
  }
`);

const NodeOf = graphql(`
  query JobNode($id: ID!) {
    node(id: $id) {
      id
      ... on FailedJob {
        queue
      }
    }
  }
`);

interface Fields {
  readonly state: string;
  readonly message?: string;
  readonly attempts?: number;
  readonly startsIn?: number;
}

let made = 0;

/** A job of a kind that nobody works on here, as pg-boss would have left it; each ended a millisecond after the one before. */
async function job({ state, message, attempts = 1, startsIn = -60 }: Fields, queue = 'send-mail'): Promise<{ uuid: string; id: string }> {
  const uuid = randomUUID();
  const isOver = state === 'failed' || state === 'completed';
  await sql`insert into pgboss.job (id, name, state, data, retry_limit, retry_count, start_after, completed_on, output)
    values (${uuid}, ${queue}, ${state}::pgboss.job_state, '{}', 10, ${attempts - 1}, now() + make_interval(secs => ${startsIn}),
      ${isOver ? new Date(Date.now() + (made += 1)) : null}, ${message === undefined ? null : JSON.stringify({ message })}::jsonb)`.execute(
    school.db,
  );
  return { uuid, id: globalId('FailedJob', uuid) };
}

const stateOf = async (uuid: string) =>
  (await sql<{ state: string; retry_limit: number }>`select state, retry_limit from pgboss.job where id = ${uuid}`.execute(school.db))
    .rows[0];

const systemNow = async () => {
  const { system } = await caller.data(Queues);
  if (system === null) throw new Error('no system');
  return system;
};

test('every kind of job is counted by what became of it', async () => {
  for (const fields of [{ state: 'created' }, { state: 'created', startsIn: 3_600 }, { state: 'active' }, { state: 'completed' }]) {
    await job(fields, 'sweep-files');
  }
  await job({ state: 'retry', attempts: 2, startsIn: 60 }, 'sweep-files');
  await job({ state: 'failed', attempts: 11 }, 'sweep-files');
  const { queues } = await systemNow();
  const sweeping = queues.find(({ name }) => name === 'sweep-files');
  expect(sweeping).toMatchObject({ waiting: 1, planned: 1, active: 1, retrying: 1, failed: 1, done: 1, retried: 2 });
  expect(Date.now() - new Date(sweeping?.oldestWaitingAt ?? 0).getTime()).toBeGreaterThan(59_000);
  expect(sweeping?.lastDoneAt).not.toBeNull();
  const mails = queues.find(({ name }) => name === 'send-mail');
  expect(mails).toMatchObject({ waiting: 0, failed: 0, oldestWaitingAt: null, lastDoneAt: null });
  expect(queues.map(({ name }) => name)).toEqual(queues.map(({ name }) => name).toSorted());
  expect(queues.filter(({ name }) => name.startsWith('__'))).toEqual([]);
});

test('what a job failed of is told, without the values of a statement and without secrets', async () => {
  await job({ state: 'failed', message: 'connect ECONNREFUSED 127.0.0.1:25', attempts: 11 });
  await job({ state: 'failed', message: `insert into "mail" ("to") values ('ada@example.org') - duplicate key value` });
  await job({ state: 'failed', message: `no answer from https://school.example/reset-password#${'a'.repeat(43)} for <ada@example.org>` });
  const { failedJobs } = await systemNow();
  const mails = failedJobs.filter(({ queue }) => queue === 'send-mail');
  expect(mails.map(({ message }) => message)).toEqual([
    'no answer from https://school.example/reset-password[secret] for <[address]>',
    'insert into "mail" ("to") values (?) – duplicate key value',
    'connect ECONNREFUSED 127.0.0.1:25',
  ]);
  expect(mails.at(-1)).toMatchObject({ attempts: 11, viewerCanRetry: true });
});

test('a failed job is tried once more, however many ask at once', async () => {
  const failed = await job({ state: 'failed', attempts: 11 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => caller.run(Retry, { id: failed.id })));
  const good = answers.filter(({ data }) => data?.retryJob?.retriedJobId === failed.id);
  expect(good.length).toBeGreaterThan(0);
  // Who comes after it is too late to find it failed.
  for (const { errors } of answers.filter((answer) => !good.includes(answer))) expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await stateOf(failed.uuid)).toEqual({ state: 'retry', retry_limit: 11 });
  // Who did it stands in the log, once.
  const { rows } =
    await sql`select actor_id, action, before, after from audit_entry where table_name = 'job' and row_id = ${failed.uuid}`.execute(
      school.db,
    );
  const of = { name: 'send-mail', attempts: 11 };
  expect(rows).toEqual([{ actor_id: admin.uuid, action: 'update', before: { ...of, state: 'failed' }, after: { ...of, state: 'retry' } }]);
});

test('what has not failed is nothing to try again', async () => {
  const active = await job({ state: 'active' });
  const { data, errors } = await caller.run(Retry, { id: active.id });
  expect([data, errors[0]?.extensions.code]).toEqual([{ retryJob: null }, 'NOT_FOUND']);
  expect((await stateOf(active.uuid))?.state).toBe('active');
  expect((await caller.run(Retry, { id: globalId('Course', active.uuid) })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a student neither sees nor tries a failed job, nor does a program without the scope', async () => {
  const failed = await job({ state: 'failed' });
  const student = await school.as((await make.user()).uuid);
  expect((await student.run(Retry, { id: failed.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await student.run(NodeOf, { id: failed.id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  const reading = new Caller(school.url, (await make.token(admin, ['system:read', 'catalog:read'])).secret);
  expect((await reading.data(NodeOf, { id: failed.id })).node).toEqual({ id: failed.id, queue: 'send-mail' });
  expect((await reading.run(Retry, { id: failed.id })).errors[0]?.message).toBe('The token lacks the scope `system:write`.');
  expect((await stateOf(failed.uuid))?.state).toBe('failed');
});
