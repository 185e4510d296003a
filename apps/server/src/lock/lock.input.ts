import { Field, ID, InputType } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { DateTime } from '../kernel/date-time.ts';
import { payloadType } from '../kernel/mutation.ts';
import { Module } from '../module/module.entity.ts';

@InputType()
export abstract class LockInput {
  @Field(() => ID, {
    nullable: true,
    description: 'It opens for a student once they have done this module of the same course; null or absent: it waits for none.',
  })
  afterModuleId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'It opens at this moment; null or absent: it waits for none.' })
  availableFrom?: Date | null;
}

@InputType({ description: 'What a module waits for, as a whole; nothing takes the lock away.' })
export class LockModuleInput extends LockInput {
  @Field(() => ID, { description: 'The module.' })
  id!: string;
}

@InputType({ description: 'What a content waits for, as a whole; nothing takes the lock away.' })
export class LockContentInput extends LockInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;
}

export const LockModulePayload = payloadType('LockModulePayload', {
  module: { type: () => Module, description: 'The module with its new lock.' },
});
export const LockContentPayload = payloadType('LockContentPayload', {
  content: { type: () => Content, description: 'The content with its new lock.' },
});
