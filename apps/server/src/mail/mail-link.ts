import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Services } from '../context.ts';
import type { Database } from '../database.ts';
import { actAs } from '../kernel/actor.ts';
import { isAny } from '../kernel/any-of.ts';
import { defineJob, type JobRun } from '../kernel/jobs.ts';
import { hashOfSecret, newSecret } from '../kernel/secret-token.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import type { LinkPurpose } from './mail-link.entity.ts';

const goodForMinutes: Readonly<Record<LinkPurpose, number>> = {
  reset_password: 60,
  choose_password: 7 * 24 * 60,
  confirm_email: 7 * 24 * 60,
};
const pages: Readonly<Record<LinkPurpose, string>> = {
  reset_password: '/reset-password',
  choose_password: '/reset-password',
  confirm_email: '/confirm-email',
};

/** An address whose secret stands in the fragment, which browsers send to nobody. Its host is that of PUBLIC_URL, whatever a request says. */
export const secretAddress = ({ env }: Services, page: string, secret: string): string => `${env.PUBLIC_URL}${page}#${secret}`;

/** Makes a link for a mail that is being sent. Sent again, the mail has another secret, and that of the attempt before is good for nothing. */
export async function makeLink(
  services: Services,
  { id }: JobRun,
  { userId, purpose, email }: { userId: string; purpose: LinkPurpose; email: string },
): Promise<string> {
  const secret = newSecret();
  const db = services.orm.em.fork().getKysely<Database>();
  await sql`insert into mail_link (id, user_id, purpose, email, secret_hash, expires_at)
    values (${id}, ${userId}, ${purpose}, ${email}, ${hashOfSecret(secret)}, now() + make_interval(mins => ${goodForMinutes[purpose]}))
    on conflict (id) do update set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at`.execute(db);
  return secretAddress(services, pages[purpose], secret);
}

/** The links that open the way to a new password. */
export const passwordLinks: readonly LinkPurpose[] = ['reset_password', 'choose_password'];

/** Uses a link up, with all others of the person for the same, and goes on in their name: of many at once, one gets the answer. */
export async function useLink(
  em: EntityManager,
  purposes: readonly LinkPurpose[],
  secret: string,
): Promise<{ userId: string; email: string }> {
  const db = em.getKysely<Database>();
  const { rows } = await sql<{ userId: string; email: string }>`delete from mail_link
    where secret_hash = ${hashOfSecret(secret)} and ${isAny('purpose', purposes)} and expires_at > now()
    returning user_id as "userId", email`.execute(db);
  const used = rows[0];
  if (used === undefined) throw refuse(UserErrorCode.LINK_OVER, null, 'The link was used, is too old, or was never sent.');
  await actAs(em, used.userId);
  await dropLinks(em, used.userId, purposes);
  return used;
}

/** What was sent before is good for nothing any more. */
export async function dropLinks(em: EntityManager, userId: string, purposes: readonly LinkPurpose[]): Promise<void> {
  await em.getKysely<Database>().deleteFrom('mail_link').where('user_id', '=', userId).where(isAny('purpose', purposes)).execute();
}

export const forgetLinksJob = defineJob({
  name: 'forget-mail-links',
  schedule: '57 3 * * *',
  rule: z.object({}),
  run: ({ orm }: Services) => sql`delete from mail_link where expires_at < now()`.execute(orm.em.fork().getKysely()),
});
