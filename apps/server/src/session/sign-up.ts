import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { signUpRule } from '@cursus/rules/account';
import type { Context } from '../context.ts';
import { confirmEmailLetter } from '../email-address/email-letters.ts';
import { acceptInvitation } from '../invitation/accept-invitation.ts';
import { actAs } from '../kernel/actor.ts';
import { checked } from '../kernel/input-rules.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { sendLetter } from '../mail/letter.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { createAccount } from '../user/create-account.ts';
import { User } from '../user/user.entity.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { type SignUpInput, SignUpPolicy } from './session.input.ts';

/** A new account, signed in at once, where the installation takes one; the address is asked whether it is theirs. */
export async function signUp(em: EntityManager, ctx: Context, { invitation, ...input }: SignUpInput): Promise<OpenedSession> {
  const isInvited = invitation !== undefined && invitation !== null;
  const takes = { [SignUpPolicy.OPEN]: true, [SignUpPolicy.INVITATION]: isInvited, [SignUpPolicy.CLOSED]: false };
  if (!takes[ctx.services.env.SIGN_UP]) throw refuse(UserErrorCode.SIGN_UP_CLOSED, null, 'This installation takes no new accounts.');
  const account = checked(signUpRule, { ...input, language: input.language ?? undefined, timeZone: input.timeZone ?? undefined });
  const invited = isInvited ? await acceptInvitation(em, invitation) : null;
  const userId = randomUUID();
  await actAs(em, userId);
  await createAccount(em, { id: userId, ...account });
  recordEvent(em, ctx, userId, SecurityEventKind.SIGNED_UP);
  // Who came by the mail of an invitation reads at its address.
  if (invited === account.email) Object.assign(await em.findOneOrFail(User, userId), { emailConfirmedAt: new Date() });
  else await sendLetter({ em, services: ctx.services }, confirmEmailLetter, { userId, email: account.email });
  return openSession(em, ctx, userId);
}
