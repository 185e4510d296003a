import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { refuseOnConstraint } from '../kernel/constraint.ts';
import { DateTime } from '../kernel/date-time.ts';
import { Node } from '../kernel/node.ts';
import { UserErrorCode } from '../kernel/user-error.ts';
import { User } from '../user/user.entity.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';

refuseOnConstraint('group_name_key', UserErrorCode.TAKEN, ['name'], 'Another group has this name.');
refuseOnConstraint(
  'last_administrator',
  UserErrorCode.LAST_ADMINISTRATOR,
  null,
  'Nobody would be left who may manage accounts and groups.',
);

/** A set of permissions that its members share. New accounts enter Students. */
@ObjectType({
  implements: Node,
  description: 'A set of permissions that its members share. Seen by who is in it, and by who manages groups or accounts.',
})
@Entity()
export class Group extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @Field(() => String, { simple: true, description: 'Unique, 1 to 100 characters.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { simple: true, description: 'What it is for: at most 500 characters, empty when nobody said.' })
  @Property({ type: 'text' })
  description: string = '';

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether Cursus itself made it: then it is never deleted. What it allows may change.',
  })
  @Property({ type: 'boolean' })
  isDefault: boolean = false;

  @Field(() => DateTime, { simple: true, description: 'When it was made.' })
  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  constructor(fields: Pick<Group, 'id' | 'name' | 'description'>) {
    super();
    Object.assign(this, fields);
  }
}

@Entity()
export class GroupPermission {
  [PrimaryKeyProp]?: ['groupId', 'permission'];

  @ManyToOne(() => Group, { mapToPk: true, primary: true })
  groupId!: string;

  @PrimaryKey({ type: 'text' })
  permission!: string;
}

@Entity()
export class GroupMember {
  [PrimaryKeyProp]?: ['groupId', 'userId'];

  @ManyToOne(() => Group, { mapToPk: true, primary: true })
  groupId!: string;

  @ManyToOne(() => User, { mapToPk: true, primary: true })
  userId!: string;
}

export const groupFixtures: FixtureKind = { name: 'groups', table: 'group', parts: { permissions: 'group_permission' } };
