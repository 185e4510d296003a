import type { DeclaredPermissions } from '../kernel/permission.ts';

/** What groups can allow about courses that are not one’s own, and to write some at all. */
export const coursePermissions = {
  COURSE_CREATE: { code: 'course.create', description: 'Create courses, and upload files for them.' },
  COURSE_EDIT_ANY: { code: 'course.edit_any', description: 'Edit, publish, archive and delete the courses of anybody.' },
  COURSE_READ_ANY: { code: 'course.read_any', description: 'See every course, drafts included, and read its contents.' },
} as const satisfies DeclaredPermissions;
