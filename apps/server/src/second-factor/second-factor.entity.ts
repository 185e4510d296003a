import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { User } from '../user/user.entity.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';

/** The app that gives codes to a person. Until it is enabled it is an offer; its secret is sealed. */
@Entity()
export class SecondFactor {
  [PrimaryKeyProp]?: 'userId';

  @OneToOne(() => User, { mapToPk: true, primary: true })
  userId!: string;

  @Property({ type: 'text' })
  sealedSecret!: string;

  @Property({ type: 'datetime', nullable: true })
  enabledAt: Date | null = null;

  /** Of the last code that was used: no code up to it is good again. */
  @Property({ type: 'integer' })
  lastStep: number = 0;
}

/** What stands in for the app when it is lost: each good once, kept as a hash alone. */
@Entity()
export class RecoveryCode {
  [PrimaryKeyProp]?: ['userId', 'codeHash'];

  @ManyToOne(() => SecondFactor, { mapToPk: true, primary: true })
  userId!: string;

  @PrimaryKey({ type: 'text' })
  codeHash!: string;
}

export const secondFactorFixtures: FixtureKind = {
  name: 'secondFactors',
  table: 'second_factor',
  parts: { recoveryCodes: 'recovery_code' },
  isSecret: true,
};
