import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { packageRoot } from '../package-root.ts';

/** Those that this version knows, in their order. */
const knownMigrations: readonly string[] = readdirSync(join(packageRoot, 'migrations'))
  .filter((name) => /^Migration\w+\.ts$/.test(name))
  .map((name) => name.replace(/\.ts$/, ''))
  .toSorted();

export interface MigrationState {
  readonly applied: number;
  /** The last one, and when: null before the first. */
  readonly latest: { readonly name: string; readonly at: Date } | null;
  /** What this version knows and the database has not seen. What a newer version has applied besides is no lack. */
  readonly pending: readonly string[];
}

/** How far the database is, by one statement. */
export async function migrationState<DB>(db: Kysely<DB>): Promise<MigrationState> {
  const { rows } = await sql<{ name: string; at: Date }>`select name, executed_at as at from migration order by id`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  return { applied: rows.length, latest: rows.at(-1) ?? null, pending: knownMigrations.filter((name) => !applied.has(name)) };
}
