import { sql } from 'kysely';
import { archivedRows, forgetHistoryOfRows, type PersonalData } from '../personal-data/personal-data.ts';

/** A file that a content or a course still shows: by then, one of somebody else. */
const isShownElsewhere = sql<boolean>`(
  exists (select from content_file where file_id = stored_file.id)
  or exists (select from course_file where file_id = stored_file.id)
  or exists (select from course where image_id = stored_file.id)
)`;

/** What somebody uploaded. The bytes lie beside `files.json`; those of files that go are swept within a day. */
export const fileData: PersonalData = {
  tables: ['stored_file'],
  archive: { files: (db, { id }) => archivedRows(db, 'stored_file', 'owner_id', [id]) },
  erase: async (db, { id }) => {
    const { rows } = await sql<{
      id: string;
    }>`delete from stored_file where owner_id = ${id} and not ${isShownElsewhere} returning id`.execute(db);
    await forgetHistoryOfRows(
      db,
      'stored_file',
      rows.map((row) => row.id),
    );
  },
  stays: 'Files that courses of others show.',
};
