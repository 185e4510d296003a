import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '../database.ts';
import { StoredFile } from '../file/stored-file.entity.ts';

const addressForm = /\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;

/**
 * The files that a Markdown text shows and its readers may read: the writer's own, and those that it showed before, whoever wrote it then.
 * The address of any other file is words: it opens nothing to nobody. They stay locked until the commit, so that the sweep takes none of them.
 */
export async function filesShownIn(
  em: EntityManager,
  text: { markdown: string; writerId: string; contentId?: string },
): Promise<readonly string[]> {
  const ids = [...new Set([...text.markdown.matchAll(addressForm)].map(([, id = '']) => id.toLowerCase()))];
  if (ids.length === 0) return [];
  const present = await em
    .getKysely<Database>()
    .selectFrom('content_file')
    .select('file_id')
    .where('content_id', '=', text.contentId ?? null)
    .execute();
  const shown = await em.find(
    StoredFile,
    { id: { $in: ids }, $or: [{ ownerId: text.writerId }, { id: { $in: present.map((row) => row.file_id) } }] },
    { lockMode: LockMode.PESSIMISTIC_READ, fields: ['id'] },
  );
  return shown.map(({ id }) => id);
}
