import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Services } from '../context.ts';
import type { Db } from '../database.ts';
import { isAny } from '../kernel/any-of.ts';
import { defineJob } from '../kernel/jobs.ts';
import type { Storage } from '../kernel/storage.ts';
import { encodePicture, isPictureUse } from './picture.ts';
import { renamedPicture } from './prepare-file.ts';
import type { StoredFile } from './stored-file.entity.ts';

type OldPicture = Pick<StoredFile, 'id' | 'name' | 'mediaType' | 'use'>;

/** Bytes first: a crash in between leaves a row that is taken up the next time. */
async function reencode(db: Db, storage: Storage, { id, name, mediaType, use }: OldPicture): Promise<void> {
  if (!isPictureUse(use)) return;
  const source = await storage.receive(`${id}-old`, storage.read(id), Number.MAX_SAFE_INTEGER);
  const encoded = await encodePicture(source.path, { mediaType, use });
  await storage.discard(source);
  // A broken one shows nothing to anybody, and stays as it is.
  if (encoded === null) return;
  const { bytes, width, height, isAnimated } = encoded;
  const received = await storage.receive(`${id}-picture`, Readable.from([bytes]), bytes.length);
  await storage.keep(id, received);
  await db
    .updateTable('stored_file')
    .set({
      size: received.size,
      sha256: received.sha256,
      name: renamedPicture(name, mediaType, encoded.mediaType),
      media_type: encoded.mediaType,
      width,
      height,
      is_animated: isAnimated,
      is_reencoded: true,
    })
    .where('id', '=', id)
    .execute();
}

/** Encodes the pictures from before that was done at the upload, so that no place or name stays in any; one after the other. */
export async function reencodeOldPictures(db: Db, storage: Storage): Promise<void> {
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const old = await db
      .selectFrom('stored_file')
      .select(['id', 'name', 'media_type as mediaType', 'use'])
      .where('is_reencoded', '=', false)
      .where(isAny('use', ['image', 'avatar']))
      .where('id', '>', last)
      .orderBy('id')
      .limit(100)
      .execute();
    for (const picture of old) await reencode(db, storage, picture);
    const end = old.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

/** After the one time at which there is something to do, this asks an index that is empty. */
export const reencodeOldPicturesJob = defineJob({
  name: 'reencode-old-pictures',
  rule: z.object({}),
  schedule: '47 * * * *',
  longestSeconds: 3_000,
  run: ({ db, storage }: Services) => reencodeOldPictures(db, storage),
});
