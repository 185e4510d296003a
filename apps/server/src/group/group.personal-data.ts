import { deleteRows, type PersonalData } from '../personal-data/personal-data.ts';

/** Which groups somebody is in. */
export const groupMemberData: PersonalData = {
  tables: ['group_member'],
  archive: {
    groups: (db, { id }) =>
      db
        .selectFrom('group_member')
        .innerJoin('group', 'group.id', 'group_member.group_id')
        .select(['group.id', 'group.name'])
        .where('user_id', '=', id)
        .orderBy('group.name')
        .execute(),
  },
  erase: (db, { id }) => deleteRows(db, 'group_member', 'user_id', id),
};
