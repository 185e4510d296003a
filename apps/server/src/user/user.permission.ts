import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about the accounts of others. */
export const userPermissions = {
  USER_MANAGE: { code: 'user.manage', description: 'See, make, edit and suspend accounts, and invite people.' },
} as const satisfies DeclaredPermissions;
