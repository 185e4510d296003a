import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** The person's archive: one that is over is none. */
export const dataExportOf = (db: Db, userId: string) =>
  db
    .selectFrom('data_export')
    .select(['id', 'status', 'done', 'total', 'size', 'requested_at as requestedAt', 'ready_at as readyAt', 'expires_at as expiresAt'])
    .where('user_id', '=', userId)
    .where(sql<boolean>`coalesce(expires_at > now(), true)`)
    .executeTakeFirst();

export type DataExportRow = NonNullable<Awaited<ReturnType<typeof dataExportOf>>>;
