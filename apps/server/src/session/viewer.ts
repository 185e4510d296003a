import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { allPermissions } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { idleSeconds } from './open-session.ts';

/** The viewer of a session that is in force, in one statement: rights are those of the database, never those of a token. */
async function viewerWhere(db: Db, condition: ReturnType<typeof sql<boolean>>): Promise<Viewer | null> {
  const { rows } = await sql<{ sessionId: string; userId: string; isSuperuser: boolean; permissions: string[] }>`
    select session.id as "sessionId", session.user_id as "userId", "user".is_superuser as "isSuperuser",
      array(select distinct permission from group_member join group_permission using (group_id) where group_member.user_id = session.user_id) as permissions
    from session join "user" on "user".id = session.user_id
    where ${condition} and session.ended_at is null and session.expires_at > now()
      and session.rotated_at > now() - make_interval(secs => ${idleSeconds})`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  const permissions = row.isSuperuser ? allPermissions : new Set(row.permissions);
  return { sessionId: row.sessionId, userId: row.userId, permissions };
}

export const viewerOfSession = (db: Db, sessionId: string) => viewerWhere(db, sql<boolean>`session.id = ${sessionId}`);

/** The viewer of the cookie that opens files to `<img>` and `<video>`: good for reading files, for nothing else. */
export const viewerOfFilesCookie = (db: Db, secret: string) => viewerWhere(db, sql<boolean>`session.files_hash = ${hashOfSecret(secret)}`);
