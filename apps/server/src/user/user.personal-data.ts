import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { archivedRows, forgetHistoryOfRows, type PersonalData } from '../personal-data/personal-data.ts';

const random = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '');

/** Of the form of a password's hash, and of no password: nobody signs in, and trying takes as long as on any account. */
const hashOfNothing = (): string => `$argon2id$v=19$m=19456,t=2,p=1$${random(16)}$${random(32)}`;

/** The account. What refers to it is others' to keep: their courses, their log. It stays as a former member whom nobody can name. */
export const userData: PersonalData = {
  tables: ['user'],
  archive: { account: async (db, { id }) => (await archivedRows(db, 'user', 'id', [id]))[0] ?? null },
  erase: async (db, { id }) => {
    await sql`update "user" set username = ${`former-${randomBytes(8).toString('hex')}`}, email = '', email_confirmed_at = null, new_email = null,
      password_hash = ${hashOfNothing()}, is_superuser = false, erased_at = now(), suspended_at = now() where id = ${id}`.execute(db);
    await forgetHistoryOfRows(db, 'user', [id]);
  },
  stays: 'An id without name or address, to which the audit log and what others use still refer.',
};
