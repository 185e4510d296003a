import { maxFilesInText } from '@cursus/rules/content';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database.ts';
import { isAny } from '../kernel/any-of.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';

/** Where it is written down which files a thing shows. */
export interface Referrer {
  readonly table: 'content_file' | 'course_file';
  readonly column: 'content_id' | 'course_id';
}

export const contentFiles: Referrer = { table: 'content_file', column: 'content_id' };
/** Of a course's overview. */
export const courseFiles: Referrer = { table: 'course_file', column: 'course_id' };

const isOf = ({ column }: Referrer, id: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(column)} = ${id}`;

/** Writes down which files a thing shows, and forgets those that it no longer does: who may read the thing may read these files. */
export async function referToFiles(em: EntityManager, referrer: Referrer, id: string, fileIds: readonly string[]): Promise<void> {
  const db = em.getKysely<Database>();
  const table = sql.table(referrer.table);
  await sql`delete from ${table} where ${isOf(referrer, id)} and not ${isAny('file_id', fileIds)}`.execute(db);
  await sql`insert into ${table} (${sql.ref(referrer.column)}, file_id) select ${id}, unnest(cast(${fileIds} as uuid[]))
    on conflict do nothing`.execute(db);
}

const addressForm = /\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;

/**
 * The files that a Markdown text names by their addresses, and that its writer may show: their own, and those that it showed already.
 * A file of somebody else stays closed: naming it opens nothing. They stay locked until the commit, so that no sweep takes them.
 */
export async function filesInText(
  em: EntityManager,
  referrer: Referrer,
  { id, text, by, path }: { id: string | null; text: string; by: string; path: string[] },
): Promise<string[]> {
  const named = [...new Set([...text.matchAll(addressForm)].map(([, fileId = '']) => fileId.toLowerCase()))];
  if (named.length === 0) return [];
  if (named.length > maxFilesInText)
    throw refuse(UserErrorCode.TOO_MANY, path, `A text shows ${maxFilesInText} files at most.`, maxFilesInText);
  const shown = sql`select file_id from ${sql.table(referrer.table)} where ${id === null ? sql`false` : isOf(referrer, id)}`;
  const { rows } = await sql<{ id: string }>`select id from stored_file
    where ${isAny('id', named)} and (owner_id = ${by} or id in (${shown})) for share`.execute(em.getKysely<Database>());
  return rows.map((row) => row.id);
}
