import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { defaultMaxSize, fileNameMaxLength, type FileUse } from '@cursus/rules/files';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { FileTooLarge, type ReceivedFile } from '../kernel/storage.ts';
import type { FileUpload } from '../kernel/upload-scalar.ts';
import { Refusal, refuse, UserErrorCode } from '../kernel/user-error.ts';
import { inspect, type Inspected } from './media-type.ts';
import { StoredFile } from './stored-file.entity.ts';

const quotaBytes = 5 * 1024 ** 3;

interface Upload {
  readonly file: Promise<FileUpload>;
  readonly use: FileUse;
  readonly ownerId: string;
}

/** A name that is safe to show and to offer for a download: no path, no control characters. */
const cleanName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/\p{Control}/gu, '')
    .slice(-fileNameMaxLength) || 'file';

async function hasRoomFor(ctx: Context, ownerId: string, size: number): Promise<boolean> {
  const { used } = await ctx.db
    .selectFrom('stored_file')
    .where('owner_id', '=', ownerId)
    .select((all) => all.fn.coalesce(all.fn.sum<string>('size'), all.val('0')).as('used'))
    .executeTakeFirstOrThrow();
  return Number(used) + size <= quotaBytes;
}

/** What a received file is, once it is sure that it can be kept. */
async function accepted(
  ctx: Context,
  received: ReceivedFile,
  file: Pick<StoredFile, 'name' | 'use'> & { ownerId: string },
): Promise<Inspected> {
  const inspected = received.size === 0 ? null : await inspect(received.path, file.name, file.use);
  if (inspected === null) throw refuse(UserErrorCode.UNSUPPORTED_MEDIA_TYPE, ['file'], 'A file of this type is not taken here.');
  if (!(await hasRoomFor(ctx, file.ownerId, received.size))) throw refuse(UserErrorCode.STORAGE_FULL, ['file'], 'Your storage is full.');
  return inspected;
}

/** Streams an upload to the disk, looks at what it is, and hands over the transaction that records it; without the record nothing stays. */
export async function storeFile<Answer>(
  ctx: Context,
  { file, use, ownerId }: Upload,
  record: (act: (em: EntityManager) => Promise<string>) => Promise<Answer>,
): Promise<Answer> {
  const { storage } = ctx.services;
  const upload = await file;
  const id = randomUUID();
  const maxSize = defaultMaxSize[use];
  try {
    const received = await storage.receive(id, upload.createReadStream(), maxSize);
    const name = cleanName(upload.filename);
    try {
      const { mediaType, width, height } = await accepted(ctx, received, { name, use, ownerId });
      await storage.keep(id, received);
      const { size, sha256 } = received;
      return await record((em) => {
        em.persist(new StoredFile({ id, ownerId, use, name, size, sha256, mediaType, width, height }));
        return Promise.resolve(id);
      });
    } finally {
      await storage.discard(received);
    }
  } catch (error) {
    const refusal = error instanceof FileTooLarge ? refuse(UserErrorCode.TOO_LARGE, ['file'], `At most ${maxSize} bytes.`, maxSize) : error;
    if (refusal instanceof Refusal) return record(() => Promise.reject(refusal));
    throw error;
  }
}
