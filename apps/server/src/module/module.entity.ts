import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Course } from '../course/course.entity.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { RevisedNode } from '../kernel/revised-node.ts';
import type { OrderedTable } from '../kernel/position.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { User } from '../user/user.entity.ts';

/** How modules stand in their course. */
export const modulesInCourse: OrderedTable = { table: 'module', parentColumn: 'course_id' };

/** A part of a course. Its place is unique among the modules of the course that are not in the trash. */
@ObjectType({ implements: Node, description: 'A part of a course, with contents in an order.' })
@Entity()
export class Module extends RevisedNode {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => Course, { mapToPk: true })
  courseId!: string;

  @Field(() => String, { simple: true, description: '1 to 200 characters.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { simple: true, description: 'Plain text, at most 5,000 characters; may be empty.' })
  @Property({ type: 'text' })
  description: string = '';

  @Field(() => Int, { simple: true, description: 'Its place in the course, from 1; gaps are allowed.' })
  @Property({ type: 'integer' })
  position!: number;

  @Field(() => PublicationStatus, { simple: true, description: 'A draft is seen by those alone who may edit the course.' })
  @Property({ type: 'text' })
  status: PublicationStatus = PublicationStatus.PUBLISHED;

  @ManyToOne(() => Module, { mapToPk: true, nullable: true })
  afterModuleId: string | null = null;

  @Property({ type: 'datetime', nullable: true })
  availableFrom: Date | null = null;

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime', onUpdate: () => new Date() })
  updatedAt: Date = new Date();

  @Property({ type: 'datetime', nullable: true })
  deletedAt: Date | null = null;

  @ManyToOne(() => User, { mapToPk: true, nullable: true })
  deletedById: string | null = null;

  constructor(fields: Pick<Module, 'id' | 'courseId' | 'title' | 'position'> & Partial<Pick<Module, 'description' | 'status'>>) {
    super();
    Object.assign(this, fields);
  }

  moveToTrash(now: Date, deletedById: string): void {
    Object.assign(this, { deletedAt: now, deletedById });
  }

  restore(position: number): void {
    Object.assign(this, { position, deletedAt: null, deletedById: null });
  }
}

export const moduleFixtures: FixtureKind = { name: 'modules', table: 'module' };
