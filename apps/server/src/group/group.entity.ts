import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { User } from '../user/user.entity.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';

/** A set of permissions that its members share. New accounts enter Students. */
@Entity()
export class Group {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'boolean' })
  isDefault: boolean = false;

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();
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
