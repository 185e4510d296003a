import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { FileUse } from '@cursus/rules/files';
import type { Db } from '../database.ts';
import { mediaTypeOf } from '../file/media-type.ts';
import { factsOfPicture, isPictureUse } from '../file/picture.ts';
import type { Storage } from '../kernel/storage.ts';
import { addRows, sampleId } from './sample-rows.ts';

/** Keeps a file of the sample school as an upload would be kept, under an id made of its place in the checkout. */
export async function keepSampleFile(
  { db, storage }: { db: Db; storage: Storage },
  file: { path: string; key: string; use: FileUse; ownerId: string },
): Promise<string> {
  const id = sampleId('file', file.key);
  const received = await storage.receive(id, createReadStream(file.path), Number.MAX_SAFE_INTEGER);
  const name = basename(file.path);
  const mediaType = await mediaTypeOf(received.path, name, file.use);
  if (mediaType === null) throw new Error(`${file.key} of the sample school is not of a type that ${file.use} takes.`);
  const picture = mediaType.startsWith('image/') ? await factsOfPicture(received.path) : null;
  await storage.keep(id, received);
  await addRows(db, 'stored_file', [
    {
      id,
      owner_id: file.ownerId,
      use: file.use,
      name,
      size: received.size,
      sha256: received.sha256,
      media_type: mediaType,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      is_animated: picture?.isAnimated ?? false,
      // They are ours: nobody's place or name is in them.
      is_reencoded: isPictureUse(file.use),
    },
  ]);
  return id;
}
