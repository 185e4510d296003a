import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type DefaultGroupName, defaultGroupIds } from '../group/default-groups.ts';
import { GroupMember } from '../group/group.entity.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { hashPassword } from '../kernel/password.ts';
import { Profile } from '../profile/profile.entity.ts';
import { isCommonPassword } from './common-passwords.ts';
import { User } from './user.entity.ts';

export interface NewAccount {
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language?: string | undefined;
}

/** Account, profile and group in one transaction, by whatever way an account is made. Gives its id. */
export async function createAccount(em: EntityManager, account: NewAccount, group: DefaultGroupName = 'Students'): Promise<string> {
  if (isCommonPassword(account.password)) throw refuse(UserErrorCode.TOO_COMMON, ['password'], 'Many people use this password.');
  const { username, email, firstName, lastName, language = 'en' } = account;
  const user = new User({ id: randomUUID(), username, email, passwordHash: await hashPassword(account.password) });
  em.persist(user);
  em.persist(new Profile({ userId: user.id, firstName, lastName, language }));
  em.persist(Object.assign(new GroupMember(), { groupId: defaultGroupIds[group], userId: user.id }));
  await em.flush();
  return user.id;
}
