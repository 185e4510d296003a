import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { User } from '../user/user.entity.ts';

/** A place for one account, sent to an address: used once, within 14 days, unless it is revoked. Its secret is kept as a hash alone. */
@ObjectType({ implements: Node, description: 'A place for one account, sent to an address by a mail. Seen by who manages accounts.' })
@Entity()
export class Invitation extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @Field(() => String, { simple: true, description: 'Whom it was sent to.' })
  @Property({ type: 'text' })
  email!: string;

  @ManyToOne(() => User, { mapToPk: true, nullable: true })
  inviterId: string | null = null;

  @Property({ type: 'text' })
  language: string = 'en';

  @Property({ type: 'text', nullable: true })
  secretHash: string | null = null;

  @Field(() => DateTime, { simple: true, description: 'When it was made.' })
  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Field(() => DateTime, { simple: true, description: 'Until when it is good.' })
  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'When somebody signed up by it; null when nobody did yet.' })
  @Property({ type: 'datetime', nullable: true })
  usedAt: Date | null = null;

  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null = null;

  constructor(fields: Pick<Invitation, 'id' | 'email' | 'inviterId' | 'language' | 'expiresAt'>) {
    super();
    Object.assign(this, fields);
  }
}

export const invitationFixtures: FixtureKind = { name: 'invitations', table: 'invitation', secrets: { secret_hash: null } };
