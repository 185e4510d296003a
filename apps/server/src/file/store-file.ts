import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { defaultMaxSize, fileNameMaxLength, type FileUse } from '@cursus/rules/files';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { FileTooLarge } from '../kernel/storage.ts';
import type { FileUpload } from '../kernel/upload-scalar.ts';
import { type Refusal, refuse, UserErrorCode } from '../kernel/user-error.ts';
import { inspect, type Inspected } from './media-type.ts';
import { StoredFile } from './stored-file.entity.ts';

const quotaBytes = 5 * 1024 ** 3;

interface Upload {
  readonly file: Promise<FileUpload>;
  readonly use: FileUse;
  readonly ownerId: string;
}

const unsupported = () => refuse(UserErrorCode.UNSUPPORTED_MEDIA_TYPE, ['file'], 'A file of this type is not taken here.');

/** A name that is safe to show and to offer for a download: no path, no control characters. */
const cleanName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/\p{Control}/gu, '')
    .slice(-fileNameMaxLength) || 'file';

async function refuseOverQuota(em: EntityManager, ownerId: string, size: number): Promise<void> {
  const { used } = await em
    .getKysely<Record<'stored_file', { size: number; owner_id: string }>>()
    .selectFrom('stored_file')
    .where('owner_id', '=', ownerId)
    .select((all) => all.fn.coalesce(all.fn.sum<string>('size'), all.val('0')).as('used'))
    .executeTakeFirstOrThrow();
  if (Number(used) + size > quotaBytes) throw refuse(UserErrorCode.STORAGE_FULL, ['file'], 'Your storage is full.');
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
  const refused = (refusal: Refusal) => record(() => Promise.reject(refusal));
  try {
    const received = await storage.receive(id, upload.createReadStream(), maxSize);
    const name = cleanName(upload.filename);
    const inspected: Inspected | null = received.size === 0 ? null : await inspect(received.path, name, use);
    if (inspected === null) {
      await storage.discard(received);
      return await refused(unsupported());
    }
    await storage.keep(id, received);
    return await record(async (em) => {
      await refuseOverQuota(em, ownerId, received.size);
      em.persist(new StoredFile({ id, ownerId, use, name, size: received.size, sha256: received.sha256, ...inspected }));
      return id;
    });
  } catch (error) {
    if (error instanceof FileTooLarge) return refused(refuse(UserErrorCode.TOO_LARGE, ['file'], `At most ${maxSize} bytes.`, maxSize));
    throw error;
  }
}
