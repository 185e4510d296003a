import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { hashPassword } from '../kernel/password.ts';
import { passwordLinks, useLink } from '../mail/mail-link.ts';
import { sendLetter } from '../mail/letter.ts';
import { happenedTo, passwordChangedNotice } from '../mail/account-notice.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { endSessions } from '../session/end-sessions.ts';
import { refuseWeakPassword } from '../user/new-password.ts';
import { User } from '../user/user.entity.ts';

/** Who has the mail has the account: a new password by its link, and every session ends. The link has shown whose the address is. */
export async function resetPassword(
  em: EntityManager,
  ctx: Context,
  { secret, password }: { secret: string; password: string },
): Promise<void> {
  const { userId, email } = await useLink(em, passwordLinks, secret);
  const user = await em.findOneOrFail(User, userId);
  refuseWeakPassword(password, user);
  user.passwordHash = await hashPassword(password);
  await em.flush();
  await sql`update "user" set email_confirmed_at = now() where id = ${userId} and email = ${email} and email_confirmed_at is null
    and not exists (select from "user" other where lower(other.email) = lower(${email}) and other.email_confirmed_at is not null)`.execute(
    em.getKysely(),
  );
  await endSessions(em, userId, { but: null, reason: 'revoked' });
  recordEvent(em, ctx, userId, SecurityEventKind.PASSWORD_RESET);
  await sendLetter({ em, services: ctx.services }, passwordChangedNotice, happenedTo(userId));
}
