import { Field, ID, InputType, Int } from 'type-graphql';
import { Course } from '../course/course.entity.ts';
import { RepeatableInput } from '../kernel/idempotency.ts';
import { payloadType } from '../kernel/mutation.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';
import { RevisingInput } from '../revision/revision.input.ts';
import { Module } from './module.entity.ts';

@InputType({ description: 'A new module.' })
export class CreateModuleInput extends RepeatableInput {
  @Field(() => ID, { description: 'The course that it is added to.' })
  courseId!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 5,000 characters.' })
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place, from 1; absent: the last. A place that is taken moves what stands there, and all behind it, one on.',
  })
  position?: number | null;

  @Field(() => PublicationStatus, {
    nullable: true,
    description: 'Absent: a draft, so that students see no half of it, unless the whole course is one still.',
  })
  status?: PublicationStatus | null;
}

@InputType({ description: 'What changes in a module; absent fields stay.' })
export class UpdateModuleInput extends RevisingInput {
  @Field(() => ID, { description: 'The module.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 5,000 characters.' })
  description?: string | null;
}

@InputType({ description: 'Which module goes to the trash.' })
export class DeleteModuleInput {
  @Field(() => ID, { description: 'The module.' })
  id!: string;
}

@InputType({ description: 'Where a module goes within its course.' })
export class MoveModuleInput {
  @Field(() => ID, { description: 'The module.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The module behind which it stands; null: first.' })
  afterId?: string | null;
}

@InputType({ description: 'A new order of the modules of a course.' })
export class ReorderModulesInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => [ID], { description: 'Each of its modules exactly once, in the new order.' })
  ids!: string[];
}

@InputType({ description: 'A module on the form of all modules of a course.' })
class SavedModuleInput extends RevisingInput {
  @Field(() => ID, { nullable: true, description: 'The module that changes; absent: a new one, behind all others.' })
  id?: string | null;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'Plain text, at most 5,000 characters; may be empty.' })
  description!: string;
}

@InputType({ description: 'What becomes of the modules of a course; those that are not named stay as they are.' })
export class SaveModulesInput extends RepeatableInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;

  @Field(() => [SavedModuleInput], {
    description:
      'Those that change, and new ones in their order. Refused with NOT_FOUND at `modules.<index>.id` when one was deleted meanwhile.',
  })
  modules!: SavedModuleInput[];

  @Field(() => [ID], { nullable: true, description: 'Those that go to the trash; one that is there already stays there.' })
  deletedIds?: string[] | null;
}

const module = (description: string) => ({ type: () => Module, description });
const course = (description: string) => ({ type: () => Course, description });

export const CreateModulePayload = payloadType('CreateModulePayload', { module: module('The new module.'), course: course('Its course.') });
export const UpdateModulePayload = payloadType('UpdateModulePayload', { module: module('The module as it is now.') });
export const DeleteModulePayload = payloadType('DeleteModulePayload', {
  deletedModuleId: { type: () => ID, description: 'The id of what went to the trash.' },
  course: course('The course that it was in.'),
});
export const MoveModulePayload = payloadType('MoveModulePayload', {
  module: module('The module in its new place.'),
  course: course('The course in its new order.'),
});
export const ReorderModulesPayload = payloadType('ReorderModulesPayload', { course: course('The course in its new order.') });
export const SaveModulesPayload = payloadType('SaveModulesPayload', { course: course('The course with its modules as they are now.') });
