import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { isAny } from '../kernel/any-of.ts';

/** Writes down which files a content shows, and forgets those that it no longer does: readers of the content may read these files. */
export async function referToFiles(em: EntityManager, contentId: string, fileIds: readonly string[]): Promise<void> {
  const db = em.getKysely<Database>();
  await db
    .deleteFrom('content_file')
    .where('content_id', '=', contentId)
    .where((not) => not.not(isAny('file_id', fileIds)))
    .execute();
  await sql`insert into content_file (content_id, file_id) select ${contentId}, unnest(cast(${fileIds} as uuid[]))
    on conflict do nothing`.execute(db);
}
