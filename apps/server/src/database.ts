import type { Kysely } from 'kysely';
import type { Content, ContentFile } from './content/content.entity.ts';
import type { Item } from './content/item.entity.ts';
import type { itemKinds } from './content/item-kinds.ts';
import type { VideoCaptions } from './content/video-captions.entity.ts';
import type { Course, CourseFile, FormerCourseSlug } from './course/course.entity.ts';
import type { DataExport } from './data-export/data-export.entity.ts';
import type { Enrolment } from './enrolment/enrolment.entity.ts';
import type { StoredFile } from './file/stored-file.entity.ts';
import type { Invitation } from './invitation/invitation.entity.ts';
import type { MailLink } from './mail/mail-link.entity.ts';
import type { Group, GroupMember, GroupPermission } from './group/group.entity.ts';
import type { Module } from './module/module.entity.ts';
import type { Profile } from './profile/profile.entity.ts';
import type { Completion } from './progress/completion.entity.ts';
import type { Playback } from './progress/playback.entity.ts';
import type { RecoveryCode, SecondFactor } from './second-factor/second-factor.entity.ts';
import type { SecurityEvent } from './security-event/security-event.entity.ts';
import type { Session } from './session/session.entity.ts';
import type { Subject } from './subject/subject.entity.ts';
import type { Token } from './token/token.entity.ts';
import type { User } from './user/user.entity.ts';

type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : '';

type Value = string | number | boolean | Date | null | string[];

/** A table's columns, by the properties of its entity: nothing about a row is written twice. */
type Columns<Entity> = {
  [Key in keyof Entity & string as Entity[Key] extends Value ? SnakeCase<Key> : never]: Entity[Key];
};

type KindTables = {
  [Kind in (typeof itemKinds)[number] as Kind['kind']]: Columns<InstanceType<Kind['entity']>>;
};

/** What rows are read from. Foreign keys are ids in entities and rows alike. */
export interface Database extends KindTables {
  user: Columns<User>;
  profile: Columns<Profile>;
  group: Columns<Group>;
  group_permission: Columns<GroupPermission>;
  group_member: Columns<GroupMember>;
  session: Columns<Session>;
  token: Columns<Token>;
  security_event: Columns<SecurityEvent>;
  mail_link: Columns<MailLink>;
  second_factor: Columns<SecondFactor>;
  recovery_code: Columns<RecoveryCode>;
  invitation: Columns<Invitation>;
  stored_file: Columns<StoredFile>;
  subject: Columns<Subject>;
  course: Columns<Course>;
  former_course_slug: Columns<FormerCourseSlug>;
  course_file: Columns<CourseFile>;
  module: Columns<Module>;
  content: Columns<Content>;
  content_file: Columns<ContentFile>;
  item: Columns<Item>;
  video_captions: Columns<VideoCaptions>;
  enrolment: Columns<Enrolment>;
  completion: Columns<Completion>;
  playback: Columns<Playback>;
  data_export: Columns<DataExport>;
}

export type Db = Kysely<Database>;
