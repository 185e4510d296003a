import { randomUUID } from 'node:crypto';
import { defaultMaxSize, type FileUse } from '@cursus/rules/files';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import type { Database } from '../database.ts';
import { FileTooLarge } from '../kernel/storage.ts';
import type { FileUpload } from '../kernel/upload-scalar.ts';
import { Refusal, refuse, UserErrorCode } from '../kernel/user-error.ts';
import { type PreparedFile, prepareFile } from './prepare-file.ts';
import { StoredFile } from './stored-file.entity.ts';

const quotaBytes = 5 * 1024 ** 3;

interface Upload {
  readonly file: Promise<FileUpload>;
  readonly use: FileUse;
  readonly ownerId: string;
}

type Act = (em: EntityManager) => Promise<string>;

/** Refuses what a person has no room for. Their row stays locked until the commit, so that uploads at the same moment count each other. */
async function takeRoom(em: EntityManager, ownerId: string, size: number): Promise<void> {
  const db = em.getKysely<Database>();
  await db.selectFrom('user').select('id').where('id', '=', ownerId).forNoKeyUpdate().execute();
  const { used } = await db
    .selectFrom('stored_file')
    .where('owner_id', '=', ownerId)
    .select((all) => all.fn.coalesce(all.fn.sum<string>('size'), all.val('0')).as('used'))
    .executeTakeFirstOrThrow();
  if (Number(used) + size > quotaBytes) throw refuse(UserErrorCode.STORAGE_FULL, ['file'], 'Your storage is full.');
}

/** Makes the bytes permanent and hands over the transaction that records them; without the record nothing of them stays. */
async function keepRecorded<Answer>(
  { services: { storage } }: Context,
  { id, ownerId, use, prepared }: { id: string; ownerId: string; use: FileUse; prepared: PreparedFile },
  record: (act: Act) => Promise<Answer>,
): Promise<Answer> {
  const { received, facts } = prepared;
  await storage.keep(id, received);
  let isRecorded = false;
  const answer = await record(async (em) => {
    isRecorded = false;
    await takeRoom(em, ownerId, received.size);
    em.persist(new StoredFile({ id, ownerId, use, size: received.size, sha256: received.sha256, ...facts }));
    isRecorded = true;
    return id;
  });
  if (!isRecorded) await storage.remove(id);
  return answer;
}

/** Streams an upload to the disk, looks at what it is, and keeps of it what its use takes, in the transaction that `record` runs. */
export async function storeFile<Answer>(
  ctx: Context,
  { file, use, ownerId }: Upload,
  record: (act: Act) => Promise<Answer>,
): Promise<Answer> {
  const { storage } = ctx.services;
  const upload = await file;
  const id = randomUUID();
  const maxSize = defaultMaxSize[use];
  try {
    const received = await storage.receive(id, upload.createReadStream(), maxSize);
    try {
      const prepared = await prepareFile(storage, received, { id, name: upload.filename, use });
      try {
        return await keepRecorded(ctx, { id, ownerId, use, prepared }, record);
      } finally {
        await storage.discard(prepared.received);
      }
    } finally {
      await storage.discard(received);
    }
  } catch (error) {
    const refusal = error instanceof FileTooLarge ? refuse(UserErrorCode.TOO_LARGE, ['file'], `At most ${maxSize} bytes.`, maxSize) : error;
    if (refusal instanceof Refusal) return record(() => Promise.reject(refusal));
    throw error;
  }
}
