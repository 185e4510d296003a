import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { viewerId } from '../kernel/authorize.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { sendLetter } from '../mail/letter.ts';
import { dropLinks, passwordLinks, useLink } from '../mail/mail-link.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { User } from '../user/user.entity.ts';
import { confirmEmailLetter, emailChangingLetter } from './email-letters.ts';

/** The address stays as it is until the new one is confirmed; the old one is told now, while its owner can still do something. */
export async function changeEmail(
  em: EntityManager,
  { services, request }: Pick<Context, 'services' | 'request'>,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  const user = await em.findOneOrFail(User, userId);
  const scope = { em, services };
  if (email === user.email && user.emailConfirmedAt !== null)
    throw refuse(UserErrorCode.NOT_NEEDED, ['email'], 'This is the address of the account already.');
  await dropLinks(em, userId, ['confirm_email']);
  await sendLetter(scope, confirmEmailLetter, { userId, email });
  user.newEmail = email === user.email ? null : email;
  if (user.newEmail !== null) await sendLetter(scope, emailChangingLetter, { userId, email, to: user.email });
  recordEvent(em, { request }, userId, SecurityEventKind.EMAIL_CHANGE_ASKED);
}

/** Sends the link again, to the address that waits for it. */
export async function sendConfirmation(em: EntityManager, ctx: Context): Promise<void> {
  const user = await em.findOneOrFail(User, viewerId(ctx));
  const email = user.newEmail ?? (user.emailConfirmedAt === null ? user.email : null);
  if (email === null) throw refuse(UserErrorCode.NOT_NEEDED, null, 'The address is confirmed already.');
  await sendLetter({ em, services: ctx.services }, confirmEmailLetter, { userId: user.id, email });
}

/** Whoever has the link reads at the address, so it is the account's: from now on it is good for signing in, and nobody else's. */
export async function confirmEmail(em: EntityManager, ctx: Context, secret: string): Promise<void> {
  const { userId, email } = await useLink(em, ['confirm_email'], secret);
  const user = await em.findOneOrFail(User, userId);
  // Who reads at the former address has no way to a new password any more.
  if (user.email !== email) await dropLinks(em, userId, passwordLinks);
  Object.assign(user, { email, emailConfirmedAt: new Date(), newEmail: null });
  recordEvent(em, ctx, userId, SecurityEventKind.EMAIL_CONFIRMED);
  await em.flush();
}
