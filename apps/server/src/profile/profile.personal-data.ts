import { sql } from 'kysely';
import { archivedRows, forgetHistory, type PersonalData } from '../personal-data/personal-data.ts';

/** The person: everything they said of themselves. */
export const profileData: PersonalData = {
  tables: ['profile'],
  archive: { profile: async (db, { id }) => (await archivedRows(db, 'profile', 'user_id', [id]))[0] ?? null },
  erase: async (db, person) => {
    await sql`update profile set first_name = '', last_name = '', phone = '', bio = '', language = null, time_zone = null, avatar_id = null
      where user_id = ${person.id}`.execute(db);
    await forgetHistory(db, 'profile', person);
  },
  stays: 'A row without a word, which shows a former member where something of theirs is left.',
};
