import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startCluster } from '../../../scripts/postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    clusterUrl: string;
  }
}

export const templateDatabase = 'migrated';

/** A throw-away PostgreSQL for all test files, with one migrated database that each file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await import('reflect-metadata');
  const { pino } = await import('pino');
  const { migrate } = await import('../src/migrate.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'cursus-test-'));
  const cluster = await startCluster({ dataDir, throwAway: true });
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  await client.query(`create database ${templateDatabase}`);
  await client.end();
  const url = new URL(cluster.url);
  url.pathname = `/${templateDatabase}`;
  await migrate(url.href, pino({ level: 'silent' }));
  project.provide('clusterUrl', cluster.url);
  return async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
