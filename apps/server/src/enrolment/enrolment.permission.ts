import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about the enrolments of others. */
export const enrolmentPermissions = {
  ENROLMENT_MANAGE: { code: 'enrolment.manage', description: 'See and change the enrolments of anybody.' },
} as const satisfies DeclaredPermissions;
