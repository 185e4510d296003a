import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Content } from '../content/content.entity.ts';
import { User } from '../user/user.entity.ts';
import type { FixtureKind } from '../kernel/fixture-kind.ts';

/** That a student has done a content. It outlives the enrolment: who comes back finds it. */
@Entity()
export class Completion {
  [PrimaryKeyProp]?: ['studentId', 'contentId'];

  @ManyToOne(() => User, { mapToPk: true, primary: true })
  studentId!: string;

  @ManyToOne(() => Content, { mapToPk: true, primary: true })
  contentId!: string;

  @Property({ type: 'datetime' })
  completedAt: Date = new Date();
}

export const completionFixtures: FixtureKind = { name: 'completions', table: 'completion' };
