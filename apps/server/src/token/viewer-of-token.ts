import { sql } from 'kysely';
import type { Services } from '../context.ts';
import { allPermissions } from '../group/permission.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';
import type { KnownViewer } from '../session/viewer-cache.ts';
import { isTokenSecret } from './token-secret.ts';

interface TokenRow {
  readonly userId: string;
  readonly isSuperuser: boolean;
  readonly permissions: string[];
  readonly scopes: string[];
  readonly until: Date;
}

/** The viewer of a token that is in force, in one statement: their rights at this moment, within the scopes of the token. */
async function readViewer({ db }: Services, hash: string): Promise<KnownViewer | null> {
  const { rows } = await sql<TokenRow>`
    select token.user_id as "userId", "user".is_superuser as "isSuperuser", token.scopes, token.expires_at as until,
      array(select distinct permission from group_member join group_permission using (group_id) where group_member.user_id = token.user_id) as permissions
    from token join "user" on "user".id = token.user_id
    where token.secret_hash = ${hash} and token.revoked_at is null and token.expires_at > now()
      and "user".suspended_at is null`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  const { userId, isSuperuser, until } = row;
  const permissions = isSuperuser ? allPermissions : new Set(row.permissions);
  return { viewer: { userId, isSuperuser, permissions, scopes: new Set(row.scopes), sessionId: null }, until };
}

/** Whose token this is, while it is good; its use is remembered. */
export async function viewerOfToken(services: Services, secret: string): Promise<KnownViewer | null> {
  if (!isTokenSecret(secret)) return null;
  const hash = hashOfSecret(secret);
  const known = await services.viewers.get(`token ${hash}`, () => readViewer(services, hash));
  if (known !== null) services.tokenUse.add(hash, { hash, at: new Date() });
  return known;
}
