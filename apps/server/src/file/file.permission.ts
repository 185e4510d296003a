import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about the files of others. */
export const filePermissions = {
  FILE_MANAGE: { code: 'file.manage', description: 'See and delete any stored file.' },
} as const satisfies DeclaredPermissions;
