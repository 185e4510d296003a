import type { RecordKind } from '../../gql/graphql.ts';

/** The kind of record in the administration in whose form a record is seen; null: in none. The API's next kind fails the type check until it is here. */
export const placeOfKind = {
  USER: 'users',
  PROFILE: 'users',
  GROUP: 'groups',
  GROUP_PERMISSION: 'groups',
  GROUP_MEMBER: 'users',
  SESSION: null,
  TOKEN: null,
  SECOND_FACTOR: 'users',
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

interface Rights {
  readonly viewerCanManageUsers: boolean;
  readonly viewerCanManageGroups: boolean;
  readonly viewerCanManageSubjects: boolean;
  readonly viewerCanReadAnyCourse: boolean;
}

type Place = NonNullable<(typeof placeOfKind)[RecordKind]>;

/** Whether a form is open to the viewer: who reads the log may do nothing else. */
export function isOpenTo(place: Place, viewer: Rights): boolean {
  const rights = {
    users: viewer.viewerCanManageUsers,
    groups: viewer.viewerCanManageGroups,
    subjects: viewer.viewerCanManageSubjects,
    courses: viewer.viewerCanReadAnyCourse,
  } as const satisfies Record<Place, boolean>;
  return rights[place];
}

export const recordKinds = Object.keys(placeOfKind) as RecordKind[];
