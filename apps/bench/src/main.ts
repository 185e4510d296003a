import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { startCluster } from '../../../scripts/postgres.mjs';
import { accountTimings } from './account-timings.ts';
import { figuresOf, type Sample, sample } from './measure.ts';
import { canMeasure, postmasterOf } from './process-cost.ts';
import { circumstances, type Result, tables, writeInto } from './report.ts';
import { sameAnswers } from './same-answers.ts';
import type { SchoolSize } from './school.ts';
import { openStage, type Stage } from './school-stage.ts';
import { countStatements } from './statement-count.ts';
import type { Way } from './workloads.ts';

/** `--quick`: that it works, in seconds. `--small`: without the larger school. `--only <expression>`: what the names of ways hold. */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

const connections = 4;
const { rounds, callsEach, warming, askings } = options.quick
  ? { rounds: 1, callsEach: 5, warming: 2, askings: 2 }
  : { rounds: 5, callsEach: 25, warming: 100, askings: 40 };
const sizes: SchoolSize[] = options.quick
  ? [{ name: 'tiny', courses: 40, users: 20 }]
  : [
      { name: 'school', courses: 500, users: 200 },
      { name: 'large', courses: 5_000, users: 2_000 },
    ].slice(0, options.small ? 1 : 2);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const keyOf = ({ workload, way }: Way): string => `${workload} ${way}`;

interface Measured {
  readonly ways: readonly Way[];
  readonly bytes: Map<string, number>;
  readonly statements: Map<string, number>;
  readonly samples: Map<string, Sample[]>;
}

async function wanted(stage: Stage): Promise<Way[]> {
  return (await stage.ways()).filter((way) => new RegExp(options.only).test(keyOf(way)));
}

/** Servers at their working speed, their answers compared, their statements counted. */
async function prepare(stage: Stage, logFile: string, postmaster: number): Promise<Measured> {
  const urlOf = ({ server }: Way) => stage.servers[server].url;
  const ways = await wanted(stage);
  const bytes = await sameAnswers(ways, urlOf);
  for (const way of ways) await sample(stage.servers[way.server], way.calls, { postmaster, connections, callsEach: warming });
  const statements = await countStatements(stage.client, logFile, ways, urlOf);
  return { ways, bytes, statements, samples: new Map(ways.map((way) => [keyOf(way), []])) };
}

async function measureRound(stage: Stage, { samples }: Measured, postmaster: number): Promise<void> {
  for (const way of await wanted(stage)) {
    const taken = await sample(stage.servers[way.server], way.calls, { postmaster, connections, callsEach });
    samples.get(keyOf(way))?.push(taken);
  }
  // Reordering leaves dead rows that the next reader would pay for.
  await stage.client.query('vacuum module, audit_entry');
}

function resultsOf([small, large]: readonly Measured[]): Result[] {
  return (small?.ways ?? []).map((way) => {
    const key = keyOf(way);
    const of = (measured: Measured) => ({
      statements: measured.statements.get(key) ?? Number.NaN,
      figures: figuresOf(measured.samples.get(key) ?? []),
    });
    const empty = { statements: Number.NaN, figures: figuresOf([]) };
    return { way, bytes: small?.bytes.get(key) ?? 0, ...(small ? of(small) : empty), larger: large ? of(large) : null };
  });
}

async function run(folder: string): Promise<void> {
  const cluster = await startCluster({ dataDir: folder, throwAway: true });
  const stages: Stage[] = [];
  try {
    const client = new Client({ connectionString: cluster.url });
    await client.connect();
    await client.query('alter system set autovacuum = off');
    await client.query('select pg_reload_conf()');
    await client.end();
    for (const size of sizes) {
      say(`Filling a school of ${size.courses} courses`);
      stages.push(await openStage(cluster.url, size, { folder, connections }));
    }
    const postmaster = postmasterOf(folder);
    const measured: Measured[] = [];
    for (const stage of stages) measured.push(await prepare(stage, join(folder, 'postgres.log'), postmaster));
    for (let round = 1; round <= rounds; round += 1) {
      say(`Round ${round} of ${rounds}`);
      for (const [at, stage] of stages.entries()) if (measured[at]) await measureRound(stage, measured[at], postmaster);
    }
    const timings = stages[0] && options.only === '' ? await accountTimings(stages[0], askings) : '';
    const report =
      `${circumstances({ rounds, requests: connections * callsEach, connections })}\n\n${tables(resultsOf(measured))}\n\n${timings}`.trimEnd();
    say(`\n${report}`);
    if (sizes.length === 2 && options.only === '') writeInto(join(import.meta.dirname, '../../../docs/PERFORMANCE.md'), report);
  } finally {
    await Promise.all(stages.map((stage) => stage.stop()));
    await cluster.stop();
  }
}

if (!canMeasure) say('This system does not tell what a process spends: CPU and memory are not measured, times and statements are.');
const folder = await mkdtemp(join(tmpdir(), 'cursus-bench-'));
try {
  await run(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
