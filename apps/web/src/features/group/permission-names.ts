import type { Permission } from '../../gql/graphql.ts';

/** The permissions in the order in which they are shown. The API's next one fails the type check until it has a place here. */
const places = {
  COURSE_CREATE: 1,
  COURSE_READ_ANY: 2,
  COURSE_EDIT_ANY: 3,
  SUBJECT_MANAGE: 4,
  ENROLMENT_MANAGE: 5,
  FILE_MANAGE: 6,
  USER_MANAGE: 7,
  GROUP_MANAGE: 8,
  AUDIT_READ: 9,
  SYSTEM_READ: 10,
} as const satisfies Record<Permission, number>;

export const permissionNames = Object.keys(places) as Permission[];
