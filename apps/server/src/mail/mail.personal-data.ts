import { sql } from 'kysely';
import { deleteRows, type PersonalData } from '../personal-data/personal-data.ts';
import { waitingLetter } from './letter.ts';

/** Links that were sent, and mails that wait or were sent: a job that is done is kept for two weeks, and tells whom it wrote to. */
export const mailData: PersonalData = {
  tables: ['mail_link'],
  archive: {},
  erase: async (db, { id, username, email }) => {
    await deleteRows(db, 'mail_link', 'user_id', id);
    const names = [id, username, email].filter((name) => name !== '').map((name) => name.toLowerCase());
    await sql`delete from pgboss.job where name = ${waitingLetter.name} and exists (
      select from jsonb_each_text(data -> 'data') as told where lower(told.value) = any (cast(${names} as text[]))
    )`.execute(db);
  },
};
