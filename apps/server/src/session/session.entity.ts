import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { User } from '../user/user.entity.ts';

export type SessionEnd = 'signed_out' | 'reused' | 'expired' | 'revoked';

/** One sign-in on one device. It lives while its refresh token rotates: 15 days without use, 90 in all. Tokens are kept as hashes alone. */
@Entity()
export class Session {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

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

  @Property({ type: 'text' })
  device: string = '';

  @Property({ type: 'text' })
  address: string = '';

  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime' })
  lastSeenAt: Date = new Date();

  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Property({ type: 'datetime', nullable: true })
  endedAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  endReason: SessionEnd | null = null;

  constructor(fields: Pick<Session, 'id' | 'userId' | 'refreshHash' | 'filesHash' | 'device' | 'address' | 'expiresAt'>) {
    Object.assign(this, fields);
  }

  /** Hands over to the next refresh token; the one before is remembered, so that its reuse is seen. */
  rotate(refreshHash: string, now: Date): void {
    this.previousRefreshHash = this.refreshHash;
    this.refreshHash = refreshHash;
    this.rotatedAt = now;
    this.lastSeenAt = now;
  }

  end(reason: SessionEnd, now: Date): void {
    this.endedAt ??= now;
    this.endReason ??= reason;
  }
}
