import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Db } from '../database.ts';

/** The uuid of a thing of the sample school: the same at every load, so that loading twice changes nothing. */
export function sampleId(...key: readonly string[]): string {
  const hex = createHash('sha256').update(key.join('\u0000')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const keys: Partial<Record<keyof Database, readonly string[]>> = {
  profile: ['user_id'],
  group_member: ['group_id', 'user_id'],
  content_file: ['content_id', 'file_id'],
  video_captions: ['video_id', 'language'],
  completion: ['student_id', 'content_id'],
};

/** Adds the rows whose key is not there yet, in one statement; the schema is named because `text` is a type, too. Each row names the same columns. */
export async function addRows<Table extends keyof Database>(
  db: Db,
  table: Table,
  rows: readonly Partial<Database[Table]>[],
): Promise<void> {
  const key = sql.join((keys[table] ?? ['id']).map((column) => sql.ref(column)));
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  if (rows.length === 0) return;
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.id('public', table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (${key}) do nothing`.execute(db);
}
