import { deleteRows, type PersonalData } from '../personal-data/personal-data.ts';

/** The archive itself, while it waits to be fetched. Its bytes are swept within a day. */
export const dataExportData: PersonalData = {
  tables: ['data_export'],
  archive: {},
  erase: (db, { id }) => deleteRows(db, 'data_export', 'user_id', id),
};
