import type { RecordKind } from '../../gql/graphql.ts';

/** The kind of record in the administration in whose form a record is seen; null: in none. The API's next kind fails the type check until it is here. */
export const placeOfKind = {
  USER: null,
  PROFILE: null,
  GROUP: null,
  GROUP_PERMISSION: null,
  GROUP_MEMBER: null,
  SESSION: null,
  TOKEN: null,
  SECOND_FACTOR: null,
  INVITATION: null,
  STORED_FILE: null,
  SUBJECT: 'subjects',
  COURSE: 'courses',
  FORMER_COURSE_SLUG: 'courses',
  COURSE_FILE: 'courses',
  MODULE: null,
  CONTENT: null,
  CONTENT_FILE: null,
  ITEM: null,
  TEXT: null,
  FILE: null,
  IMAGE: null,
  VIDEO: null,
  VIDEO_CAPTIONS: null,
  ENROLMENT: null,
  COMPLETION: null,
  OTHER: null,
} as const satisfies Record<RecordKind, string | null>;

export const recordKinds = Object.keys(placeOfKind) as RecordKind[];
