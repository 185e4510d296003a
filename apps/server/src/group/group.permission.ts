import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about groups. */
export const groupPermissions = {
  GROUP_MANAGE: { code: 'group.manage', description: 'Make and edit groups, and put people in them and out.' },
} as const satisfies DeclaredPermissions;
