import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about the installation. */
export const systemPermissions = {
  SYSTEM_READ: {
    code: 'system.read',
    description: 'See how the system is (cache, database, jobs, connections, storage), and try failed jobs again.',
  },
} as const satisfies DeclaredPermissions;
