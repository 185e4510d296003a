import { newUserRule } from '@cursus/rules/account';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { groupsToGive } from '../group/change-members.ts';
import { defaultGroupIds } from '../group/default-groups.ts';
import { canChooseGroups } from '../group/group.policy.ts';
import { lockRights } from '../group/lock-rights.ts';
import { forbidden } from '../kernel/errors.ts';
import { checked } from '../kernel/input-rules.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { sendLetter } from '../mail/letter.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import type { CreateUserInput } from './account.input.ts';
import { createAccount } from './create-account.ts';
import { fromTheSchool } from './manage-account.ts';
import { User } from './user.entity.ts';
import { canManageUsers } from './user.policy.ts';
import { welcomeLetter } from './welcome-letter.ts';

/** An account that the school makes for somebody: nobody knows its password until its owner chooses one by the link of a mail. */
export async function createUser(em: EntityManager, ctx: Context, { groupIds, language, ...input }: CreateUserInput): Promise<string> {
  const account = checked(newUserRule, { ...input, language: language ?? undefined });
  const viewer = await lockRights(em, ctx);
  if (!canManageUsers(viewer)) throw forbidden();
  if (groupIds && !canChooseGroups(viewer))
    throw refuse(UserErrorCode.NOT_YOURS_TO_GIVE, ['groupIds'], 'Who is in which group is decided by who manages groups.');
  const groups = groupIds ? await groupsToGive(em, viewer, groupIds) : [defaultGroupIds.Students];
  if ((await em.count(User, { email: account.email, emailConfirmedAt: { $ne: null } })) > 0)
    throw refuse(UserErrorCode.TAKEN, ['email'], 'Somebody has confirmed this address as theirs.');
  const userId = await createAccount(em, { ...account, password: null }, groups);
  recordEvent(em, fromTheSchool(ctx), userId, SecurityEventKind.SIGNED_UP);
  await sendLetter({ em, services: ctx.services }, welcomeLetter, { userId });
  return userId;
}
