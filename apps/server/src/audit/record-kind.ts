import { registerEnumType } from 'type-graphql';

interface RecordKindFacts {
  readonly table: string;
  /** What the API calls the object that `row_id` names; null: it has no name there. */
  readonly node: string | null;
  readonly description: string;
}

/** Every table that is audited, by the noun that people know; a test fails for one that is missing. Jobs are no table of ours: retryJob writes. */
const kinds = {
  USER: { table: 'user', node: 'User', description: 'An account.' },
  PROFILE: { table: 'profile', node: 'User', description: 'The person behind an account.' },
  GROUP: { table: 'group', node: 'Group', description: 'A group.' },
  GROUP_PERMISSION: { table: 'group_permission', node: 'Group', description: 'What a group allows.' },
  GROUP_MEMBER: { table: 'group_member', node: 'User', description: 'A person in a group.' },
  SESSION: { table: 'session', node: 'Session', description: 'A sign-in on a device.' },
  TOKEN: { table: 'token', node: 'Token', description: 'A personal access token.' },
  SECOND_FACTOR: { table: 'second_factor', node: 'User', description: 'The second factor of an account.' },
  INVITATION: { table: 'invitation', node: 'Invitation', description: 'An invitation.' },
  STORED_FILE: { table: 'stored_file', node: 'StoredFile', description: 'An uploaded file.' },
  SUBJECT: { table: 'subject', node: 'Subject', description: 'A subject.' },
  COURSE: { table: 'course', node: 'Course', description: 'A course.' },
  FORMER_COURSE_SLUG: { table: 'former_course_slug', node: 'Course', description: 'An address that a course had before.' },
  COURSE_FILE: { table: 'course_file', node: 'Course', description: 'That the overview of a course shows a file.' },
  MODULE: { table: 'module', node: 'Module', description: 'A module.' },
  CONTENT: { table: 'content', node: 'Content', description: 'A place in a module.' },
  CONTENT_FILE: { table: 'content_file', node: 'Content', description: 'That a content shows a file.' },
  ITEM: { table: 'item', node: 'Content', description: 'What all kinds of item share: title and owner.' },
  TEXT: { table: 'text', node: 'Content', description: 'A text.' },
  FILE: { table: 'file', node: 'Content', description: 'A file to download.' },
  IMAGE: { table: 'image', node: 'Content', description: 'A picture.' },
  VIDEO: { table: 'video', node: 'Content', description: 'A film.' },
  VIDEO_CAPTIONS: { table: 'video_captions', node: 'Content', description: 'Captions of a film.' },
  ENROLMENT: { table: 'enrolment', node: 'Enrolment', description: 'A student on a course.' },
  COMPLETION: { table: 'completion', node: 'Content', description: 'That a student has done a content.' },
  JOB: { table: 'job', node: 'FailedJob', description: 'A job that had failed, and that somebody had tried again.' },
  OTHER: { table: '', node: null, description: 'Of a kind that this version of Cursus does not know.' },
} as const satisfies Record<string, RecordKindFacts>;

export type RecordKind = (typeof kinds)[keyof typeof kinds]['table'];

/** The enum: its values are the names of the tables, the empty one for all others. */
export const RecordKinds: Readonly<Record<string, RecordKind>> = Object.fromEntries(
  Object.entries(kinds).map(([name, { table }]) => [name, table]),
);
registerEnumType(RecordKinds, {
  name: 'RecordKind',
  description: 'What kind of record was changed.',
  valuesConfig: Object.fromEntries(Object.entries(kinds).map(([name, { description }]) => [name, { description }])),
});

const known: readonly RecordKindFacts[] = Object.values(kinds).filter(({ table }) => table !== '');

export const knownTables: readonly string[] = known.map(({ table }) => table);

const nodeByTable: ReadonlyMap<string, string | null> = new Map(known.map(({ table, node }) => [table, node]));

/** The API's type of the object that an entry of this table is about. */
export const nodeOfTable = (table: string): string | null => nodeByTable.get(table) ?? null;

/** The table of an object of a type, before those of what belongs to it. */
export const tableOfNode = (type: string): string | null => known.find(({ node }) => node === type)?.table ?? null;

/** The tables whose entries are about objects of a type. */
export const tablesOfNode = (type: string): string[] => known.filter(({ node }) => node === type).map(({ table }) => table);

/** The API's type of what a column refers to, by how foreign keys are called. */
export const nodeOfColumn: Readonly<Record<string, string>> = {
  owner_id: 'User',
  user_id: 'User',
  student_id: 'User',
  inviter_id: 'User',
  deleted_by_id: 'User',
  edited_by_id: 'User',
  group_id: 'Group',
  subject_id: 'Subject',
  course_id: 'Course',
  module_id: 'Module',
  after_module_id: 'Module',
  content_id: 'Content',
  last_content_id: 'Content',
  video_id: 'Content',
  avatar_id: 'StoredFile',
  captions_id: 'StoredFile',
  file_id: 'StoredFile',
  image_id: 'StoredFile',
  poster_id: 'StoredFile',
};
