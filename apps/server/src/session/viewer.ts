import { sql } from 'kysely';
import type { Services } from '../context.ts';
import { allPermissions } from '../group/permission.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { idleSeconds } from './open-session.ts';
import type { KnownViewer } from './viewer-cache.ts';

interface ViewerRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly isSuperuser: boolean;
  readonly permissions: string[];
  readonly until: Date;
}

/** The viewer of a session that is in force, in one statement: rights are those of the database, never those of a token. */
async function viewerWhere({ db }: Services, condition: ReturnType<typeof sql<boolean>>): Promise<KnownViewer | null> {
  const { rows } = await sql<ViewerRow>`
    select * from (
      select session.id as "sessionId", session.user_id as "userId", "user".is_superuser as "isSuperuser",
        array(select distinct permission from group_member join group_permission using (group_id) where group_member.user_id = session.user_id) as permissions,
        least(session.expires_at, session.rotated_at + make_interval(secs => ${idleSeconds})) as until
      from session join "user" on "user".id = session.user_id
      where ${condition} and session.ended_at is null and "user".suspended_at is null
    ) present where until > now()`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  const { sessionId, userId, isSuperuser, until } = row;
  return {
    viewer: { sessionId, userId, isSuperuser, permissions: isSuperuser ? allPermissions : new Set(row.permissions), scopes: null },
    until,
  };
}

export const viewerOfSession = (services: Services, sessionId: string): Promise<KnownViewer | null> =>
  services.viewers.get(`session ${sessionId}`, () => viewerWhere(services, sql<boolean>`session.id = ${sessionId}`));

/** The viewer of the cookie that opens files to `<img>` and `<video>`: good for reading files, for nothing else. */
export function viewerOfFilesCookie(services: Services, secret: string): Promise<KnownViewer | null> {
  const hash = hashOfSecret(secret);
  return services.viewers.get(`files ${hash}`, () => viewerWhere(services, sql<boolean>`session.files_hash = ${hash}`));
}
