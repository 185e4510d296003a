import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Storage } from '../kernel/storage.ts';

const unused = sql<boolean>`created_at < now() - interval '24 hours'
  and not exists (select from content_file where file_id = stored_file.id)
  and not exists (select from course where image_id = stored_file.id)
  and not exists (select from profile where avatar_id = stored_file.id)`;

/** Takes away files that nothing has referred to for 24 hours. Rows that a mutation holds at this moment are passed over. */
export async function sweepFiles(db: Db, storage: Storage): Promise<number> {
  const { rows } = await sql<{ id: string }>`delete from stored_file where id in
    (select id from stored_file where ${unused} for update skip locked limit 1000) returning id`.execute(db);
  for (const { id } of rows) await storage.remove(id);
  return rows.length;
}
