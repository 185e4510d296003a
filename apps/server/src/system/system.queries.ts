import { readFileSync } from 'node:fs';
import { freemem, hostname, totalmem } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { sql } from 'kysely';
import type { Context, Services } from '../context.ts';
import { migrationState } from '../kernel/migration-state.ts';
import { packageRoot } from '../package-root.ts';
import type { System } from './system.ts';
import { CacheName, type SystemCache } from './system-cache.ts';
import type { SystemDatabase } from './system-database.ts';
import type { StorageUse, SystemStorage } from './system-storage.ts';

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };

function memory(): System['memory'] {
  const { rss, heapUsed } = process.memoryUsage();
  const allowed = process.constrainedMemory();
  const machineBytes = allowed > 0 && allowed < totalmem() ? allowed : totalmem();
  return {
    residentBytes: rss,
    heapUsedBytes: heapUsed,
    heapLimitBytes: getHeapStatistics().heap_size_limit,
    machineBytes,
    machineFreeBytes: machineBytes < totalmem() ? process.availableMemory() : freemem(),
  };
}

/** What the process knows of itself, by asking nobody. */
export const systemNow = ({ figures }: Services): System => ({
  version,
  nodeVersion: process.versions.node,
  process: `${hostname()}, ${process.pid}`,
  startedAt: figures.startedAt,
  measuredAt: new Date(),
  memory: memory(),
  live: figures.live(),
});

export const cachesOf = ({ figures }: Services): SystemCache[] =>
  Object.values(CacheName).flatMap((name) => {
    const read = figures.caches.get(name);
    return read === undefined ? [] : [{ name, ...read() }];
  });

/** Two statements, whatever there is. */
export async function databaseNow({ db, services }: Context): Promise<SystemDatabase> {
  const { database } = services.figures;
  const { rows } = await sql<{ version: string; bytes: string }>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(db);
  const { applied, latest, pending } = await migrationState(db);
  return {
    version: rows[0]?.version ?? '',
    sizeBytes: Number(rows[0]?.bytes ?? 0),
    isListening: services.pubsub.isListening,
    pool: database.pool,
    slowMilliseconds: database.slowMilliseconds,
    slowStatements: database.slowStatements,
    migrations: { applied, latest: latest?.name ?? null, latestAt: latest?.at ?? null, pending },
  };
}

/** One statement, and a look at the disk. */
export async function storageNow({ db, services }: Context): Promise<SystemStorage> {
  const stored = await db
    .selectFrom('stored_file')
    .groupBy('use')
    .orderBy('use')
    .select(['use', (row) => row.fn.countAll<string>().as('files'), (row) => row.fn.sum<string>('size').as('bytes')])
    .execute();
  const uses = stored.map(({ use, files, bytes }): StorageUse => ({ use, files: Number(files), bytes: Number(bytes) }));
  return { uses, ...(await services.storage.disk()) };
}
