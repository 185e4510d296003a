import { sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../context.ts';
import type { Db } from '../database.ts';
import { isAny } from '../kernel/any-of.ts';
import { defineJob } from '../kernel/jobs.ts';
import type { Storage } from '../kernel/storage.ts';
import { isUsed } from './file-uses.queries.ts';

const day = 24 * 60 * 60 * 1_000;

const unused = sql<boolean>`created_at < now() - interval '24 hours' and not ${isUsed}`;

/** Rows first, so that a crash in between leaves bytes without a row, which the next sweep finds. */
async function sweepRows(db: Db, storage: Storage): Promise<number> {
  const { rows } = await sql<{ id: string }>`delete from stored_file where id in
    (select id from stored_file where ${unused} for update skip locked limit 1000) returning id`.execute(db);
  for (const { id } of rows) await storage.remove(id);
  return rows.length;
}

/** Bytes that no row names: what a crash left between the rename and the commit. */
async function sweepBytes(db: Db, storage: Storage): Promise<number> {
  let swept = 0;
  for await (const ids of storage.keptBefore(new Date(Date.now() - day))) {
    const known = await db.selectFrom('stored_file').select('id').where(isAny('id', ids)).execute();
    const named = new Set(known.map(({ id }) => id));
    const gone = ids.filter((id) => !named.has(id));
    for (const id of gone) await storage.remove(id);
    swept += gone.length;
  }
  return swept;
}

/** Takes away files that nothing has referred to for 24 hours. Rows that a mutation holds at this moment are passed over. */
export const sweepFiles = async (db: Db, storage: Storage): Promise<number> =>
  (await sweepRows(db, storage)) + (await sweepBytes(db, storage));

/** Every hour. */
export const sweepFilesJob = defineJob({
  name: 'sweep-files',
  schedule: '17 * * * *',
  rule: z.object({}),
  longestSeconds: 1_800,
  run: ({ db, storage }: Services) => sweepFiles(db, storage),
});
