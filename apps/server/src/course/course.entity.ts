import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { StoredFile } from '../file/stored-file.entity.ts';
import { refuseOnConstraint } from '../kernel/constraint.ts';
import { DateTime } from '../kernel/date-time.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { RevisedNode } from '../kernel/revised-node.ts';
import { UserErrorCode } from '../kernel/user-error.ts';
import { Subject } from '../subject/subject.entity.ts';
import { User } from '../user/user.entity.ts';

export enum CourseStatus {
  DRAFT = 'draft',
  PUBLISHED = 'published',
  ARCHIVED = 'archived',
}
registerEnumType(CourseStatus, {
  name: 'CourseStatus',
  description: 'Who finds a course.',
  valuesConfig: {
    DRAFT: { description: 'Its owner alone, and those with the permission; its students are told that it is not available at present.' },
    PUBLISHED: { description: 'Everybody; anyone signed in may enrol.' },
    ARCHIVED: { description: 'Out of the catalogue and closed to new students; who is enrolled still reads it.' },
  },
});

refuseOnConstraint('course_slug_key', UserErrorCode.TAKEN, ['slug'], 'Another course has this slug.');

/** A course of an instructor: guarantees that what was ever published says when, and that a course in the trash keeps nothing occupied. */
@ObjectType({
  implements: Node,
  description: 'A course of an instructor. A draft is NOT_FOUND for all but its owner, its students and those with the permission.',
})
@Entity()
export class Course extends RevisedNode {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => User, { mapToPk: true })
  ownerId!: string;

  @ManyToOne(() => Subject, { mapToPk: true })
  subjectId!: string;

  @Field(() => String, { simple: true, description: '1 to 200 characters.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, {
    simple: true,
    description: 'Its name in addresses: unique, lower-case letters, digits and hyphens. Former slugs still lead here.',
  })
  @Property({ type: 'text' })
  slug!: string;

  @Field(() => String, { simple: true, description: 'Markdown, at most 20,000 characters; may be empty.' })
  @Property({ type: 'text' })
  overview: string = '';

  @Field(() => [String], {
    simple: true,
    description: 'What one will learn, in the order of its instructor: at most 12 lines of at most 160 characters; may be empty.',
  })
  @Property({ type: 'array' })
  outcomes: string[] = [];

  @Field(() => String, { simple: true, description: 'The language it is taught in: an ISO 639-1 code, for example `fr`.' })
  @Property({ type: 'text' })
  language!: string;

  @ManyToOne(() => StoredFile, { mapToPk: true, nullable: true })
  imageId: string | null = null;

  @Field(() => CourseStatus, { simple: true, description: 'Draft, published or archived.' })
  @Property({ type: 'text' })
  status: CourseStatus = CourseStatus.DRAFT;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'When it was first published; null when it never was.' })
  @Property({ type: 'datetime', nullable: true })
  publishedAt: Date | null = null;

  @Field(() => DateTime, { simple: true, description: 'When it was created.' })
  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Field(() => DateTime, { simple: true, description: 'When its own fields last changed.' })
  @Property({ type: 'datetime', onUpdate: () => new Date() })
  updatedAt: Date = new Date();

  @Property({ type: 'datetime', nullable: true })
  deletedAt: Date | null = null;

  @ManyToOne(() => User, { mapToPk: true, nullable: true })
  deletedById: string | null = null;

  constructor(
    fields: Pick<Course, 'id' | 'ownerId' | 'subjectId' | 'title' | 'slug' | 'language'> &
      Partial<Pick<Course, 'overview' | 'outcomes' | 'imageId'>>,
  ) {
    super();
    Object.assign(this, fields);
  }

  publish(now: Date): void {
    this.status = CourseStatus.PUBLISHED;
    this.publishedAt ??= now;
  }

  unpublish(): void {
    this.status = CourseStatus.DRAFT;
  }

  archive(now: Date): void {
    this.status = CourseStatus.ARCHIVED;
    this.publishedAt ??= now;
  }

  moveToTrash(now: Date, deletedById: string): void {
    Object.assign(this, { deletedAt: now, deletedById });
  }

  restore(slug: string): void {
    Object.assign(this, { slug, deletedAt: null, deletedById: null });
  }
}

/** That a course's overview shows a file: who sees the course may read it. */
@Entity()
export class CourseFile {
  [PrimaryKeyProp]?: ['courseId', 'fileId'];

  @ManyToOne(() => Course, { mapToPk: true, primary: true })
  courseId!: string;

  @ManyToOne(() => StoredFile, { mapToPk: true, primary: true })
  fileId!: string;
}

/** A slug that a course had before: it leads to the course until another course takes it. */
@Entity()
export class FormerCourseSlug {
  @PrimaryKey({ type: 'text' })
  slug!: string;

  @ManyToOne(() => Course, { mapToPk: true })
  courseId!: string;

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  constructor(fields: Pick<FormerCourseSlug, 'slug' | 'courseId'>) {
    Object.assign(this, fields);
  }
}

export const courseFixtures: FixtureKind = {
  name: 'courses',
  table: 'course',
  parts: { formerSlugs: 'former_course_slug', files: 'course_file' },
};
