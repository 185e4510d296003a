import type { EntityManager } from '@mikro-orm/postgresql';
import { User } from '../user/user.entity.ts';

/** The account that a login names: a username, or an e-mail address that is confirmed. */
export function findAccount(em: EntityManager, login: string): Promise<User | null> {
  const name = login.trim().toLowerCase();
  return em.findOne(User, name.includes('@') ? { email: name, emailConfirmedAt: { $ne: null } } : { username: name });
}
