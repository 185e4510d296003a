import { sql } from 'kysely';
import { archivedRows, forgetHistoryOfRows, type PersonalData } from '../personal-data/personal-data.ts';

/** Those to the person's address go; those that they sent lose their name, and are good as long as before. */
export const invitationData: PersonalData = {
  tables: ['invitation'],
  archive: { invitations: (db, { id }) => archivedRows(db, 'invitation', 'inviter_id', [id]) },
  erase: async (db, { id, email }) => {
    await sql`update invitation set inviter_id = null where inviter_id = ${id}`.execute(db);
    const { rows } = await sql<{ id: string }>`delete from invitation where lower(email) = lower(${email}) returning id`.execute(db);
    await forgetHistoryOfRows(
      db,
      'invitation',
      rows.map((row) => row.id),
    );
  },
};
