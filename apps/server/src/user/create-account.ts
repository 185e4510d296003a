import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DefaultGroupName, defaultGroupIds } from '../group/default-groups.ts';
import { GroupMember } from '../group/group.entity.ts';
import { hashPassword } from '../kernel/password.ts';
import { Profile } from '../profile/profile.entity.ts';
import { refuseWeakPassword } from './new-password.ts';
import { User } from './user.entity.ts';

export interface NewAccount {
  /** Absent: a new one. */
  readonly id?: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** Account, profile and group in one transaction, by whatever way an account is made. Gives its id. */
export async function createAccount(em: EntityManager, account: NewAccount, group: DefaultGroupName = 'Students'): Promise<string> {
  refuseWeakPassword(account.password, account);
  const { id = randomUUID(), username, email, firstName, lastName, language = null, timeZone = null } = account;
  const user = new User({ id, username, email, passwordHash: await hashPassword(account.password) });
  em.persist(user);
  em.persist(new Profile({ userId: user.id, firstName, lastName, language, timeZone }));
  em.persist(Object.assign(new GroupMember(), { groupId: defaultGroupIds[group], userId: user.id }));
  await em.flush();
  return user.id;
}
