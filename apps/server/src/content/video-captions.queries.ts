import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import type { Database } from '../database.ts';
import { storedFileColumns } from '../file/stored-file.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { rowsByKey } from '../kernel/loaders.ts';
import type { VideoCaptions } from './video-captions.entity.ts';

/** The captions of a film, by language, with their files. */
export const captionsOfVideo = rowsByKey(
  (row: { videoId: string }) => row.videoId,
  (ctx: Context, ids) =>
    ctx.db
      .selectFrom('video_captions')
      .innerJoin('stored_file', 'stored_file.id', 'video_captions.file_id')
      .select(['video_id as videoId', 'language', ...storedFileColumns])
      .where(isAny('video_id', ids))
      .orderBy('language')
      .execute(),
);

/** What one language of a film says. */
export type Captions = Pick<VideoCaptions, 'language' | 'fileId'>;

/** The captions that a film has before a mutation changes them. */
export const presentCaptions = (em: EntityManager, videoId: string): Promise<Captions[]> =>
  em.getKysely<Database>().selectFrom('video_captions').select(['language', 'file_id as fileId']).where('video_id', '=', videoId).execute();

/** Puts these captions in the place of those that a film had. */
export async function writeCaptions(em: EntityManager, videoId: string, captions: readonly Captions[]): Promise<void> {
  const db = em.getKysely<Database>();
  await db.deleteFrom('video_captions').where('video_id', '=', videoId).execute();
  if (captions.length === 0) return;
  await db
    .insertInto('video_captions')
    .values(captions.map(({ language, fileId }) => ({ video_id: videoId, language, file_id: fileId })))
    .execute();
}
