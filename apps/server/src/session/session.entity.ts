import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { User } from '../user/user.entity.ts';

export type SessionEnd = 'signed_out' | 'reused' | 'expired' | 'revoked';

/** One sign-in on one device. It lives while its refresh token rotates: 15 days without use, 90 in all. Tokens are kept as hashes alone. */
@ObjectType({
  implements: Node,
  description:
    'One sign-in on one device, in force until it ends: 15 days without use, 90 in all. Seen by its owner, and by who manages accounts.',
})
@Entity()
export class Session extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => User, { mapToPk: true })
  userId!: string;

  @Property({ type: 'text' })
  refreshHash!: string;

  @Property({ type: 'text', nullable: true })
  previousRefreshHash: string | null = null;

  @Property({ type: 'datetime' })
  rotatedAt: Date = new Date();

  @Property({ type: 'text' })
  filesHash!: string;

  @Field(() => String, {
    simple: true,
    description: 'What the browser or program called itself at sign-in (User-Agent), 300 characters at most.',
  })
  @Property({ type: 'text' })
  device: string = '';

  @Field(() => String, { simple: true, description: 'The network address that it was last seen at.' })
  @Property({ type: 'text' })
  address: string = '';

  @Field(() => DateTime, { simple: true, description: 'When somebody signed in.' })
  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Field(() => DateTime, { simple: true, description: 'When it was last used, to ten minutes.' })
  @Property({ type: 'datetime' })
  lastSeenAt: Date = new Date();

  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Property({ type: 'datetime', nullable: true })
  endedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  endReason: SessionEnd | null = null;

  constructor(fields: Pick<Session, 'id' | 'userId' | 'refreshHash' | 'filesHash' | 'device' | 'address' | 'expiresAt'>) {
    super();
    Object.assign(this, fields);
  }

  /** Hands over to the next refresh token; the one before is remembered, so that its reuse is seen. */
  rotate(refreshHash: string, address: string, now: Date): void {
    this.previousRefreshHash = this.refreshHash;
    this.refreshHash = refreshHash;
    this.rotatedAt = now;
    this.lastSeenAt = now;
    this.address = address;
  }

  end(reason: SessionEnd, now: Date): void {
    this.endedAt ??= now;
    this.endReason ??= reason;
  }
}

export const sessionFixtures: FixtureKind = { name: 'sessions', table: 'session', isSecret: true };
