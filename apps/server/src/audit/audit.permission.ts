import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about the record of who changed what. */
export const auditPermissions = {
  AUDIT_READ: { code: 'audit.read', description: 'Read the audit log: who changed what, when, before and after.' },
} as const satisfies DeclaredPermissions;
