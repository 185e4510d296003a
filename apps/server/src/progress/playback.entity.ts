import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Content } from '../content/content.entity.ts';
import { User } from '../user/user.entity.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';

/** Where a student is in a film of the school: one place a pair, the one that was told last. */
@Entity()
export class Playback {
  [PrimaryKeyProp]?: ['studentId', 'contentId'];

  @ManyToOne(() => User, { mapToPk: true, primary: true })
  studentId!: string;

  @ManyToOne(() => Content, { mapToPk: true, primary: true })
  contentId!: string;

  @Property({ type: 'float' })
  seconds!: number;

  @Property({ type: 'datetime' })
  playedAt!: Date;
}

export const playbackFixtures: FixtureKind = { name: 'playbacks', table: 'playback' };
