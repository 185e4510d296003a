import { Field, ID, InputType } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { Course } from '../course/course.entity.ts';
import { payloadType } from '../kernel/mutation.ts';
import { Module } from '../module/module.entity.ts';

@InputType()
abstract class OneModuleInput {
  @Field(() => ID, { description: 'The module.' })
  id!: string;
}
@InputType({ description: 'Which module students see from now on.' })
export class PublishModuleInput extends OneModuleInput {}
@InputType({ description: 'Which module students see no more.' })
export class UnpublishModuleInput extends OneModuleInput {}

@InputType()
abstract class OneContentInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;
}
@InputType({ description: 'Which content students see from now on.' })
export class PublishContentInput extends OneContentInput {}
@InputType({ description: 'Which content students see no more.' })
export class UnpublishContentInput extends OneContentInput {}

const module = {
  module: { type: () => Module, description: 'The module as it is now.' },
  course: { type: () => Course, description: 'Its course.' },
};
const content = {
  content: { type: () => Content, description: 'The content as it is now.' },
  course: { type: () => Course, description: 'Its course.' },
};
export const PublishModulePayload = payloadType('PublishModulePayload', module);
export const UnpublishModulePayload = payloadType('UnpublishModulePayload', module);
export const PublishContentPayload = payloadType('PublishContentPayload', content);
export const UnpublishContentPayload = payloadType('UnpublishContentPayload', content);
