import { sql } from 'kysely';
import type { Services } from '../context.ts';
import type { Database } from '../database.ts';

/** Whom a letter about an account is written to. */
export interface Reader {
  readonly userId: string;
  readonly username: string;
  readonly to: string;
  readonly name: string;
  /** As others call them. */
  readonly fullName: string;
  /** English for who never chose one. */
  readonly language: string;
  /** UTC for who never chose one. */
  readonly timeZone: string;
}

const selectReaders = ({ orm }: Services) =>
  orm.em
    .fork()
    .getKysely<Database>()
    .selectFrom('user')
    .innerJoin('profile', 'profile.user_id', 'user.id')
    .where('erased_at', 'is', null)
    .select([
      'user.id as userId',
      'username',
      'email as to',
      'first_name as name',
      sql<string>`concat_ws(' ', first_name, last_name)`.as('fullName'),
      sql<string>`coalesce(language, 'en')`.as('language'),
      sql<string>`coalesce(time_zone, 'UTC')`.as('timeZone'),
    ]);

/** The person, or null when the account is gone meanwhile. */
export const readerById = async (services: Services, userId: string): Promise<Reader | null> =>
  (await selectReaders(services).where('user.id', '=', userId).executeTakeFirst()) ?? null;

/**
 * Whom a username or an address names. An address that nobody has confirmed may stand on several accounts: the newest is meant, and its
 * owner shows by the mail that the address is theirs.
 */
export async function readerByLogin(services: Services, login: string): Promise<Reader | null> {
  const named = login.includes('@') ? 'email' : 'username';
  const found = selectReaders(services)
    .where(named, '=', login)
    .orderBy('email_confirmed_at', (order) => order.desc().nullsLast())
    .orderBy('created_at', 'desc')
    .limit(1);
  return (await found.executeTakeFirst()) ?? null;
}
