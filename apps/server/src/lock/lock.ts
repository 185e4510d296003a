import { Extensions, Field, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { Module } from '../module/module.entity.ts';
import { atMost } from '../kernel/operation-cost.ts';

@ObjectType({ description: 'What a module or content waits for before students may read it; when both are set, for both.' })
export class Lock {
  @Field(() => Module, {
    simple: true,
    nullable: true,
    description:
      'Once a student has done all of this module. Null when it waits for none, or for one that the viewer does not see; such a one, and one without contents, keeps nothing locked.',
  })
  afterModule!: object | null;

  @Field(() => DateTime, { simple: true, nullable: true, description: 'From this moment on; it may be past. Null when it waits for none.' })
  availableFrom!: Date | null;
}

@ObjectType({ description: 'Why the viewer, a student, may not read something yet: one of both reasons at least.' })
export class ViewerLock {
  @Extensions(atMost(2))
  @Field(() => [Module], {
    simple: true,
    description: 'The modules that must be done first, at most 2: what a content waits for, and what its module does.',
  })
  afterModules!: object[];

  @Field(() => DateTime, {
    simple: true,
    nullable: true,
    description: 'The moment from which it may be read, always to come; null when it is not a date that keeps it locked.',
  })
  availableFrom!: Date | null;
}
