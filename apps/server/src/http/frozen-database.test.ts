import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { startCluster } from '../../../../scripts/postgres.mjs';
import { Factory, testPassword } from '../../test/factories.ts';
import { openSchool } from '../../test/harness.ts';
import { migrate } from '../migrate.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'cursus-frozen-'));
const cluster = await startCluster({ dataDir, throwAway: true });
afterAll(async () => {
  await cluster.stop();
  await rm(dataDir, { recursive: true, force: true });
});
await migrate(cluster.url, pino({ level: 'silent' }));
const school = await openSchool({ DATABASE_URL: cluster.url });
const make = new Factory(school);

/** Every process of the cluster: its postmaster, and what that has forked. */
function processes(): number[] {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(postmaster);
      } catch {
        return false;
      }
    });
  return [postmaster, ...children];
}

const signalAll = (signal: 'SIGSTOP' | 'SIGCONT') => processes().forEach((pid) => process.kill(pid, signal));

const queries = {
  'a query': '{ courses { nodes { id } } }',
  'a query whose root field may be null': '{ courseBySlug(slug: "none") { id } }',
  'a sign-in': `mutation { signIn(input: { login: "nobody", password: "${testPassword}" }) { userErrors { code } } }`,
};

test.runIf(process.platform === 'linux')('a frozen database is UNAVAILABLE within 5 seconds, and there again within 2', async () => {
  const reader = await school.as((await make.user()).uuid);
  const send = (query: string, caller = school.nobody) => {
    const sent = performance.now();
    return caller
      .post(JSON.stringify({ query }), { 'content-type': 'application/json' })
      .then((answer) => ({ ...answer, seconds: (performance.now() - sent) / 1_000 }));
  };
  // More than the pool has connections: some wait for a turn, some for an answer, some for a connection.
  const everything = () =>
    Array.from({ length: 8 }, () => [...Object.values(queries).map((query) => send(query)), send('{ viewer { id } }', reader)]).flat();
  const begun = everything();
  const ask = async (path: string) => {
    const sent = performance.now();
    const response = await fetch(`${school.url}${path}`);
    return { status: response.status, body: await response.json(), seconds: (performance.now() - sent) / 1_000 };
  };
  signalAll('SIGSTOP');
  try {
    await Promise.all(begun);
    const [alive, ready] = await Promise.all([ask('/healthz'), ask('/readyz')]);
    expect(alive).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(ready).toMatchObject({ status: 503, body: { status: 'unavailable', database: 'unreached', migrations: 'unknown' } });
    expect(ready.seconds).toBeLessThan(5);
    const answers = await Promise.all(everything());
    const again = await Promise.all(everything());
    for (const { status, errors, seconds } of [...answers, ...again]) {
      expect(errors[0]?.extensions.code).toBe('UNAVAILABLE');
      expect(status).toBe(503);
      expect(seconds).toBeLessThan(5);
    }
  } finally {
    signalAll('SIGCONT');
  }
  const { status, errors, seconds } = await send(queries['a query']);
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  expect(seconds).toBeLessThan(2);
  for (const answer of await Promise.all(everything())) expect(answer.status).toBe(200);
  await expect.poll(async () => (await ask('/readyz')).status, { timeout: 5_000 }).toBe(200);
});
