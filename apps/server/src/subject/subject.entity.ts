import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { refuseOnConstraint } from '../kernel/constraint.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { UserErrorCode } from '../kernel/user-error.ts';

refuseOnConstraint('subject_slug_key', UserErrorCode.TAKEN, ['slug'], 'Another subject has this slug.');
refuseOnConstraint('course_subject_id_fkey', UserErrorCode.IN_USE, null, 'Courses still belong to this subject.');

/** A field of knowledge, under which courses are found. */
@ObjectType({ implements: Node, description: 'A field of knowledge. Everybody sees it.' })
@Entity()
export class Subject extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @Field(() => String, { simple: true, description: '1 to 120 characters.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { simple: true, description: 'Its name in addresses: unique, lower-case letters, digits and hyphens.' })
  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime', onUpdate: () => new Date() })
  updatedAt: Date = new Date();

  constructor(fields: Pick<Subject, 'id' | 'title' | 'slug'>) {
    super();
    Object.assign(this, fields);
  }
}

export const subjectFixtures: FixtureKind = { name: 'subjects', table: 'subject' };
