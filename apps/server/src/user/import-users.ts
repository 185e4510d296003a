import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { GroupMember } from '../group/group.entity.ts';
import { lockRights } from '../group/lock-rights.ts';
import { forbidden } from '../kernel/errors.ts';
import { unusablePassword } from '../kernel/password.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { sendLetter } from '../mail/letter.ts';
import { Profile } from '../profile/profile.entity.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { ImportOutcome, type ImportUsersInput } from './import-users.input.ts';
import { fromTheSchool } from './manage-account.ts';
import { planImport, type PlannedAccount, type PlannedRow } from './plan-import.ts';
import { readPeopleTable } from './read-people-table.ts';
import { User } from './user.entity.ts';
import { canManageUsers } from './user.policy.ts';
import { welcomeLetter } from './welcome-letter.ts';

/**
 * Account, profile and group of all of them, as createAccount makes one; written together, so that a thousand take no longer than a request may.
 * Each owner gets the mail by which they choose a password.
 */
async function makeAccounts(em: EntityManager, ctx: Context, accounts: readonly PlannedAccount[]): Promise<void> {
  const ids = accounts.map(({ username, email, firstName, lastName, language = null, groupId }) => {
    const user = new User({ id: randomUUID(), username, email, passwordHash: unusablePassword });
    em.persist([user, new Profile({ userId: user.id, firstName, lastName, language, timeZone: null })]);
    em.persist(Object.assign(new GroupMember(), { groupId, userId: user.id }));
    recordEvent(em, fromTheSchool(ctx), user.id, SecurityEventKind.SIGNED_UP);
    return user.id;
  });
  await em.flush();
  for (const userId of ids) await sendLetter({ em, services: ctx.services }, welcomeLetter, { userId });
}

/** Makes the accounts of a table, all or none. `tell` hears what becomes of each row, whatever the end. */
export async function importUsers(
  em: EntityManager,
  ctx: Context,
  { csv, isDryRun }: ImportUsersInput,
  tell: (lines: readonly PlannedRow[]) => void,
): Promise<void> {
  const rows = readPeopleTable(csv);
  const viewer = await lockRights(em, ctx);
  if (!canManageUsers(viewer)) throw forbidden();
  const lines = await planImport(em, viewer, rows);
  tell(lines);
  if (isDryRun) return;
  const refused = lines.filter(({ outcome }) => outcome === ImportOutcome.REFUSE).length;
  if (refused > 0) throw refuse(UserErrorCode.INVALID, ['csv'], `Nothing was imported: ${refused} rows are refused.`);
  await makeAccounts(
    em,
    ctx,
    lines.flatMap(({ account }) => account ?? []),
  );
}
