import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { defaultGroupIds } from '../group/default-groups.ts';
import { GroupMember } from '../group/group.entity.ts';
import { hashPassword, unusablePassword } from '../kernel/password.ts';
import { Profile } from '../profile/profile.entity.ts';
import { refuseWeakPassword } from './new-password.ts';
import { User } from './user.entity.ts';

export interface NewAccount {
  /** Absent: a new one. */
  readonly id?: string;
  readonly username: string;
  readonly email: string;
  /** Null: none fits, until its owner chooses one by a link. */
  readonly password: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly language?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** Account, profile and groups in one transaction, by whatever way an account is made. Gives its id. */
export async function createAccount(
  em: EntityManager,
  account: NewAccount,
  groupIds: readonly string[] = [defaultGroupIds.Students],
): Promise<string> {
  const { id = randomUUID(), password, username, email, firstName, lastName, language = null, timeZone = null } = account;
  if (password !== null) refuseWeakPassword(password, account);
  const passwordHash = password === null ? unusablePassword : await hashPassword(password);
  const user = new User({ id, username, email, passwordHash });
  em.persist(user);
  em.persist(new Profile({ userId: user.id, firstName, lastName, language, timeZone }));
  for (const groupId of groupIds) em.persist(Object.assign(new GroupMember(), { groupId, userId: user.id }));
  await em.flush();
  return user.id;
}
