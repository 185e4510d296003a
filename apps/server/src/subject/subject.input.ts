import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { RepeatableInput } from '../kernel/idempotency.ts';
import { payloadType } from '../kernel/mutation.ts';
import { OrderDirection } from '../kernel/paging.ts';
import { Subject } from './subject.entity.ts';

export enum SubjectOrderField {
  TITLE = 'title',
  COURSE_COUNT = 'courseCount',
}
registerEnumType(SubjectOrderField, {
  name: 'SubjectOrderField',
  description: 'By what subjects are ordered.',
  valuesConfig: {
    TITLE: { description: 'By title, as a reader expects it: accents and case apart.' },
    COURSE_COUNT: { description: 'By the number of published courses.' },
  },
});

@InputType({ description: 'One key of an order of subjects.' })
export class SubjectOrder {
  @Field(() => SubjectOrderField, { description: 'By what.' })
  field!: SubjectOrderField;

  @Field(() => OrderDirection, { description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'A new subject.' })
export class CreateSubjectInput extends RepeatableInput {
  @Field(() => String, { description: '1 to 120 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Unique; absent: made from the title.' })
  slug?: string | null;
}

@InputType({ description: 'What changes in a subject; absent fields stay.' })
export class UpdateSubjectInput {
  @Field(() => ID, { description: 'The subject.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '1 to 120 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Unique.' })
  slug?: string | null;
}

@InputType({ description: 'Which subject is deleted.' })
export class DeleteSubjectInput {
  @Field(() => ID, { description: 'The subject.' })
  id!: string;
}

export const CreateSubjectPayload = payloadType('CreateSubjectPayload', {
  subject: { type: () => Subject, description: 'The new subject.' },
});
export const UpdateSubjectPayload = payloadType('UpdateSubjectPayload', {
  subject: { type: () => Subject, description: 'The subject as it is now.' },
});
export const DeleteSubjectPayload = payloadType('DeleteSubjectPayload', {
  deletedSubjectId: { type: () => ID, description: 'The id of what is gone.' },
});
