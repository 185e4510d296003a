import { archivedRows, deleteRows, type PersonalData } from '../personal-data/personal-data.ts';

/** What somebody has done, and where films stand. */
export const progressData: PersonalData = {
  tables: ['completion', 'playback'],
  archive: {
    completions: (db, { id }) => archivedRows(db, 'completion', 'student_id', [id]),
    playbacks: (db, { id }) => archivedRows(db, 'playback', 'student_id', [id]),
  },
  erase: async (db, { id }) => {
    await deleteRows(db, 'completion', 'student_id', id);
    await deleteRows(db, 'playback', 'student_id', id);
  },
};
