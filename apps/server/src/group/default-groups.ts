export type DefaultGroupName = 'Administrators' | 'Instructors' | 'Students' | 'Managers' | 'Sales' | 'Support';

/** The groups that the first migration makes: found by fixed ids, so that renaming one breaks nothing. What they allow is theirs to change. */
export const defaultGroupIds: Readonly<Record<DefaultGroupName, string>> = {
  Administrators: '00000000-0000-4000-8000-000000000001',
  Instructors: '00000000-0000-4000-8000-000000000002',
  Students: '00000000-0000-4000-8000-000000000003',
  Managers: '00000000-0000-4000-8000-000000000004',
  Sales: '00000000-0000-4000-8000-000000000005',
  Support: '00000000-0000-4000-8000-000000000006',
};
