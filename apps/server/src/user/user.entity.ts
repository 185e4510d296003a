import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';
import { refuseOnConstraint } from '../kernel/constraint.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { unusablePassword } from '../kernel/password.ts';
import { Node } from '../kernel/node.ts';
import { UserErrorCode } from '../kernel/user-error.ts';

refuseOnConstraint('user_confirmed_email_key', UserErrorCode.TAKEN, ['email'], 'Somebody has confirmed this address as theirs.');
refuseOnConstraint('user_username_key', UserErrorCode.TAKEN, ['username'], 'Somebody has this username.');

/** The account: guarantees a unique username, and a unique e-mail address among those that are confirmed. */
@ObjectType({
  implements: Node,
  description: "A person with an account. Anybody sees the public card of an instructor; the rest is null unless it is one's own.",
})
@Entity()
export class User extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @Property({ type: 'text' })
  username!: string;

  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'datetime', nullable: true })
  emailConfirmedAt: Date | null = null;

  /** Another address that was named and is not confirmed yet. */
  @Property({ type: 'text', nullable: true })
  newEmail: string | null = null;

  @Property({ type: 'text' })
  passwordHash!: string;

  @Property({ type: 'boolean' })
  isSuperuser: boolean = false;

  /** Since when nobody signs in to it; null: anybody who may. */
  @Property({ type: 'datetime', nullable: true })
  suspendedAt: Date | null = null;

  /** Since when it is that of a former member, whom nobody can name; null: it is somebody's. */
  @Property({ type: 'datetime', nullable: true })
  erasedAt: Date | null = null;

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime', onUpdate: () => new Date() })
  updatedAt: Date = new Date();

  constructor(fields: Pick<User, 'id' | 'username' | 'email' | 'passwordHash'>) {
    super();
    Object.assign(this, fields);
  }
}

/** Membership is the account's: groups go anywhere, their members do not. */
export const userFixtures: FixtureKind = {
  name: 'users',
  table: 'user',
  parts: { profile: 'profile', groups: 'group_member' },
  secrets: { password_hash: unusablePassword },
};
