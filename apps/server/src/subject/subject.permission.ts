import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about subjects. */
export const subjectPermissions = {
  SUBJECT_MANAGE: { code: 'subject.manage', description: 'Create, edit and delete subjects.' },
} as const satisfies DeclaredPermissions;
