import { Field, ID, InputType, Int } from 'type-graphql';
import { RepeatableInput } from '../kernel/idempotency.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { RevisingInput } from '../revision/revision.input.ts';
import { Module } from '../module/module.entity.ts';
import { Content } from './content.entity.ts';

/** What every new item says, whatever its kind. */
@InputType()
export abstract class CreateItemInput extends RepeatableInput {
  @Field(() => ID, { description: 'The module that it is added to.' })
  moduleId!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place, from 1; absent: the last. A place that is taken moves what stands there, and all behind it, one on.',
  })
  position?: number | null;

  @Field(() => PublicationStatus, {
    nullable: true,
    description: 'Absent: a draft where students would see it at once, that is in a published module of a course that is no draft.',
  })
  status?: PublicationStatus | null;
}

@InputType()
export abstract class UpdateItemInput extends RevisingInput {
  @Field(() => ID, { description: 'The content whose item changes.' })
  contentId!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  title?: string | null;
}

export const createdItemFields = {
  content: { type: () => Content, description: 'The new content.' },
  module: { type: () => Module, description: 'The module that it was added to.' },
};

export const updatedItemFields = { content: { type: () => Content, description: 'The content whose item changed.' } };
