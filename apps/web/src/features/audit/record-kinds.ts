import { graphql } from '../../gql/gql.ts';
import type { RecordKind, RecordPlaces_ViewerFragment } from '../../gql/graphql.ts';

/** The kind of record in the administration in whose form a record is seen; null: in none. The API's next kind fails the type check until it is here. */
const placeOfKind = {
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
  JOB: null,
  OTHER: null,
} as const satisfies Record<RecordKind, string | null>;

export const RecordPlacesViewer = graphql(`
  fragment RecordPlaces_viewer on User {
    id
    viewerCanManageUsers
    viewerCanManageGroups
    viewerCanManageSubjects
    viewerCanReadAnyCourse
  }
`);

type Place = NonNullable<(typeof placeOfKind)[RecordKind]>;

/** Where the viewer sees a record of this kind; null: nowhere. Who reads the log may do nothing else. */
export function placeFor(kind: RecordKind, viewer: RecordPlaces_ViewerFragment): Place | null {
  const rights = {
    users: viewer.viewerCanManageUsers,
    groups: viewer.viewerCanManageGroups,
    subjects: viewer.viewerCanManageSubjects,
    courses: viewer.viewerCanReadAnyCourse,
  } as const satisfies Record<Place, boolean>;
  const place = placeOfKind[kind];
  return place !== null && rights[place] ? place : null;
}

export const recordKinds = Object.keys(placeOfKind) as RecordKind[];
