import { sql } from 'kysely';
import type { PersonalData } from '../personal-data/personal-data.ts';

/** What somebody changed, and when. What it was before and after is in the archive where it is theirs, with the thing itself. */
export const auditData: PersonalData = {
  tables: ['audit_entry'],
  archive: {
    changes: async (db, { id }) => {
      const { rows } = await sql`select at, action, table_name as "tableName", row_id as "rowId" from audit_entry
        where actor_id = ${id} order by id`.execute(db);
      return rows;
    },
  },
  erase: null,
  stays:
    'That something was done, when, and the id of who did it. Names, addresses and texts in entries about what was erased go with it; ' +
    'of the log nothing else can be changed.',
};
