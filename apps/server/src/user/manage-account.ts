import { updateUserRule } from '@cursus/rules/account';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { changeEmail } from '../email-address/change-email.ts';
import { lockRights } from '../group/lock-rights.ts';
import { requireScope, type Rule, sessionScope, viewerId } from '../kernel/authorize.ts';
import { forbidden, notFound } from '../kernel/errors.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { dropLinks, passwordLinks } from '../mail/mail-link.ts';
import { editProfile } from '../profile/edit-profile.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { endSessions } from '../session/end-sessions.ts';
import type { UpdateUserInput } from './account.input.ts';
import { User } from './user.entity.ts';
import { canManageAccount, canSetSuperuser, canSuspendAccount } from './user.policy.ts';
import { type Account, accountsByIds } from './user.queries.ts';

/** The account, judged by what its owner and the viewer may do at this moment: none of it changes before the transaction ends. */
export async function lockedAccount(em: EntityManager, ctx: Context, { id, rule }: { id: string; rule: Rule<Account> }): Promise<User> {
  const viewer = await lockRights(em, ctx);
  const [facts] = await accountsByIds(em.getKysely(), [id]);
  if (facts === undefined) throw notFound();
  if (!rule(viewer, facts)) throw forbidden();
  return em.findOneOrFail(User, id);
}

/** What an administrator does to an account comes from the school, not from where the owner was. */
export const fromTheSchool = ({ request }: Context): Pick<Context, 'request'> => ({ request: { ...request, address: '', device: '' } });

/**
 * An address is a way to a password, so no token changes one, and nobody their own without their password (changeEmail). The links to a
 * password that the former address was sent are good for nothing.
 */
async function changeEmailOf(em: EntityManager, ctx: Context, { id, email }: { id: string; email: string }): Promise<void> {
  requireScope(ctx.viewer, sessionScope);
  if (id === viewerId(ctx)) throw refuse(UserErrorCode.PASSWORD_NEEDED, ['email'], 'Your own address takes your password: changeEmail.');
  await dropLinks(em, id, passwordLinks);
  await changeEmail(em, { services: ctx.services, ...fromTheSchool(ctx) }, { userId: id, email });
}

export async function updateUser(em: EntityManager, ctx: Context, id: string, { id: _id, ...input }: UpdateUserInput): Promise<void> {
  const { username, email, ...names } = checked(updateUserRule, given(input));
  const user = await lockedAccount(em, ctx, { id, rule: canManageAccount });
  if (username !== undefined) user.username = username;
  if (Object.keys(names).length > 0) await editProfile(em, id, viewerId(ctx), given(names));
  const isOther = email !== undefined && email !== (user.newEmail ?? user.email);
  if (isOther) await changeEmailOf(em, ctx, { id, email });
  await em.flush();
}

/** Who is suspended is out at once, sockets and tokens included, and stays so until they are reinstated. */
export async function suspendUser(em: EntityManager, ctx: Context, id: string): Promise<void> {
  const user = await lockedAccount(em, ctx, { id, rule: canSuspendAccount });
  if (user.suspendedAt !== null) return;
  user.suspendedAt = new Date();
  recordEvent(em, fromTheSchool(ctx), id, SecurityEventKind.SUSPENDED);
  await em.flush();
  await endSessions(em, id, { but: null, reason: 'revoked' });
}

export async function reinstateUser(em: EntityManager, ctx: Context, id: string): Promise<void> {
  const user = await lockedAccount(em, ctx, { id, rule: canManageAccount });
  if (user.suspendedAt === null) return;
  user.suspendedAt = null;
  recordEvent(em, fromTheSchool(ctx), id, SecurityEventKind.REINSTATED);
  await em.flush();
}

export async function setSuperuser(em: EntityManager, ctx: Context, id: string, isSuperuser: boolean): Promise<void> {
  const user = await lockedAccount(em, ctx, { id, rule: canSetSuperuser });
  user.isSuperuser = isSuperuser;
  await em.flush();
}
