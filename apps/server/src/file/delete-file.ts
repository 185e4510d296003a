import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { notFound } from '../kernel/errors.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { isUsed } from './file-uses.queries.ts';
import { StoredFile } from './stored-file.entity.ts';

/** Deletes a file to which nothing refers. Its row is locked, as by whoever begins to refer to it: one of the two sees the other. */
export async function deleteFile(em: EntityManager, id: string): Promise<void> {
  const file = await em.findOne(StoredFile, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (file === null) throw notFound();
  const { rows } = await sql`select from stored_file where id = ${id} and ${isUsed}`.execute(em.getKysely());
  if (rows.length > 0) throw refuse(UserErrorCode.IN_USE, ['id'], 'Something refers to this file: see where it is used.');
  await em.remove(file).flush();
}
