import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';
import { Node } from '../kernel/node.ts';
import { User } from '../user/user.entity.ts';
import { Scope } from './scope.ts';

/** A personal access token, good for its scopes until it expires or is revoked. Its secret is kept as a hash alone. */
@ObjectType({
  implements: Node,
  description:
    'A personal access token: what a program of its owner sends as `Authorization: Bearer …`. Its secret is shown once, by createToken.',
})
@Entity()
export class Token extends Node {
  @PrimaryKey({ type: 'uuid' })
  declare id: string;

  @ManyToOne(() => User, { mapToPk: true })
  userId!: string;

  @Field(() => String, { simple: true, description: 'What its owner calls it: 1 to 100 characters.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { simple: true, description: 'The first letters of the secret, to know it by.' })
  @Property({ type: 'text' })
  prefix!: string;

  @Property({ type: 'text' })
  secretHash!: string;

  @Field(() => [Scope], { simple: true, description: 'What it may be used for.' })
  @Property({ type: 'string[]' })
  scopes!: string[];

  @Field(() => DateTime, { simple: true, description: 'When it was made.' })
  @Property({ type: 'datetime' })
  createdAt: Date = new Date();

  @Field(() => DateTime, { simple: true, description: 'Until when it is good.' })
  @Property({ type: 'datetime' })
  expiresAt!: Date;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'When it was last used, to the minute; null when it never was.' })
  @Property({ type: 'datetime', nullable: true })
  lastUsedAt: Date | null = null;

  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null = null;

  constructor(fields: Pick<Token, 'id' | 'userId' | 'name' | 'prefix' | 'secretHash' | 'scopes' | 'expiresAt'>) {
    super();
    Object.assign(this, fields);
  }

  revoke(now: Date): void {
    this.revokedAt ??= now;
  }
}

export const tokenFixtures: FixtureKind = { name: 'tokens', table: 'token', isSecret: true };
