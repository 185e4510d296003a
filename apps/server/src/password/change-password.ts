import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { viewerId } from '../kernel/authorize.ts';
import { hashPassword } from '../kernel/password.ts';
import { happenedTo, passwordChangedNotice, passwordSetNotice } from '../mail/account-notice.ts';
import { sendLetter } from '../mail/letter.ts';
import { dropLinks, passwordLinks } from '../mail/mail-link.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { endSessions } from '../session/end-sessions.ts';
import { fromTheSchool, lockedAccount } from '../user/manage-account.ts';
import { refuseWeakPassword } from '../user/new-password.ts';
import { User } from '../user/user.entity.ts';
import { canManageAccount } from '../user/user.policy.ts';

async function replace(em: EntityManager, userId: string, password: string, field: string): Promise<void> {
  const user = await em.findOneOrFail(User, userId);
  refuseWeakPassword(password, user, field);
  user.passwordHash = await hashPassword(password);
  await em.flush();
  await dropLinks(em, userId, passwordLinks);
}

/** Whoever else was signed in to the account is out; this session goes on. */
export async function changePassword(em: EntityManager, ctx: Context, password: string): Promise<void> {
  const userId = viewerId(ctx);
  await replace(em, userId, password, 'newPassword');
  await endSessions(em, userId, { but: ctx.viewer?.sessionId ?? null, reason: 'revoked' });
  recordEvent(em, ctx, userId, SecurityEventKind.PASSWORD_CHANGED);
  await sendLetter({ em, services: ctx.services }, passwordChangedNotice, happenedTo(userId));
}

/** By an administrator: everybody who was signed in to the account is out, and its owner is told. */
export async function setPassword(
  em: EntityManager,
  ctx: Context,
  { userId, password }: { userId: string; password: string },
): Promise<void> {
  await lockedAccount(em, ctx, { id: userId, rule: canManageAccount });
  await replace(em, userId, password, 'password');
  await endSessions(em, userId, { but: userId === viewerId(ctx) ? (ctx.viewer?.sessionId ?? null) : null, reason: 'revoked' });
  recordEvent(em, fromTheSchool(ctx), userId, SecurityEventKind.PASSWORD_SET);
  await sendLetter({ em, services: ctx.services }, passwordSetNotice, happenedTo(userId));
}
