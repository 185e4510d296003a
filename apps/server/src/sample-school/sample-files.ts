import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { FileUse } from '@cursus/rules/files';
import type { Db } from '../database.ts';
import { inspect } from '../file/media-type.ts';
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
  const inspected = await inspect(received.path, name, file.use);
  if (inspected === null) throw new Error(`${file.key} of the sample school is not of a type that ${file.use} takes.`);
  await storage.keep(id, received);
  await addRows(db, 'stored_file', [
    {
      id,
      owner_id: file.ownerId,
      use: file.use,
      name,
      size: received.size,
      sha256: received.sha256,
      media_type: inspected.mediaType,
      width: inspected.width,
      height: inspected.height,
    },
  ]);
  return id;
}
