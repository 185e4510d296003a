import type { FileUse } from '@cursus/rules/files';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidOf } from '../kernel/global-id.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { StoredFile } from './stored-file.entity.ts';

/**
 * The uuid of a file that the viewer may refer to: their own, uploaded for this use, or the one that stands there already (`present`).
 * It stays locked until the commit, so that the sweep of unused files cannot take it in between.
 */
export async function ownFile(
  em: EntityManager,
  viewerId: string,
  asked: { id: string; use: FileUse; path: string[]; present?: string | null },
): Promise<string> {
  const id = uuidOf('StoredFile', asked.id);
  if (id === asked.present) return id;
  const file = await em.findOne(StoredFile, { id, ownerId: viewerId, use: asked.use }, { lockMode: LockMode.PESSIMISTIC_READ });
  if (file === null) throw refuse(UserErrorCode.NOT_FOUND, asked.path, 'There is no such file of yours for this use.');
  return id;
}
