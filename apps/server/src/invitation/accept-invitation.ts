import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { hashOfSecret } from '../kernel/secret-token.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';

/** Uses an invitation up, by the first of many who come with it at once. Gives the address that it was sent to. */
export async function acceptInvitation(em: EntityManager, secret: string): Promise<string> {
  const { rows } = await sql<{ email: string }>`update invitation set used_at = now()
    where secret_hash = ${hashOfSecret(secret)} and used_at is null and revoked_at is null and expires_at > now()
    returning email`.execute(em.getKysely());
  const accepted = rows[0];
  if (accepted === undefined)
    throw refuse(UserErrorCode.LINK_OVER, ['invitation'], 'The invitation was used, is too old, or was taken back.');
  return accepted.email;
}
