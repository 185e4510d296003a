import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { Course } from '../course/course.entity.ts';
import { DateTime } from '../kernel/date-time.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { User } from '../user/user.entity.ts';

/** A student on a course: one row a pair, whatever happens at once. Leaving keeps it, so that who comes back finds their progress. */
@ObjectType({ implements: Node, description: 'A student on a course. Seen by the student and by who may edit the course.' })
@Entity()
export class Enrolment extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => Course, { mapToPk: true })
  courseId!: string;

  @ManyToOne(() => User, { mapToPk: true })
  studentId!: string;

  @Field(() => DateTime, { simple: true, description: 'Since when.' })
  @Property({ type: 'datetime' })
  enrolledAt: Date = new Date();

  @Property({ type: 'datetime', nullable: true })
  leftAt: Date | null = null;

  @ManyToOne(() => Content, { mapToPk: true, nullable: true })
  lastContentId: string | null = null;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'When the student last opened a content of it; null: never yet.' })
  @Property({ type: 'datetime', nullable: true })
  lastVisitedAt: Date | null = null;
}

export const enrolmentFixtures: FixtureKind = { name: 'enrolments', table: 'enrolment' };
