import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { RepeatableInput } from '../kernel/idempotency.ts';
import { payloadType } from '../kernel/mutation.ts';
import { OrderDirection } from '../kernel/paging.ts';
import { RevisingInput } from '../revision/revision.input.ts';
import { Course, CourseStatus } from './course.entity.ts';

export enum CourseOrderField {
  TITLE = 'title',
  PUBLISHED_AT = 'publishedAt',
  UPDATED_AT = 'updatedAt',
  STUDENT_COUNT = 'studentCount',
}
registerEnumType(CourseOrderField, {
  name: 'CourseOrderField',
  description: 'By what courses are ordered.',
  valuesConfig: {
    TITLE: { description: 'By title, as a reader expects it: accents and case apart.' },
    PUBLISHED_AT: { description: 'By the day of the first publication; a course never published by that of its creation.' },
    UPDATED_AT: { description: 'By the last change of its own fields.' },
    STUDENT_COUNT: { description: 'By the number of students enrolled at present.' },
  },
});

@InputType({ description: 'One key of an order of courses.' })
export class CourseOrder {
  @Field(() => CourseOrderField, { description: 'By what.' })
  field!: CourseOrderField;

  @Field(() => OrderDirection, { description: 'Which end comes first.' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which published courses; all conditions hold together.' })
export class CourseFilter {
  @Field(() => ID, { nullable: true, description: 'Those of this subject.' })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'Those of the subject with this slug.' })
  subjectSlug?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this instructor (a User).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Those taught in this language (ISO 639-1).' })
  language?: string | null;
}

@InputType({ description: 'Which of all courses; all conditions hold together.' })
export class AllCourseFilter {
  @Field(() => CourseStatus, { nullable: true, description: 'Those that stand there.' })
  status?: CourseStatus | null;

  @Field(() => ID, { nullable: true, description: 'Those of this subject.' })
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this instructor (a User).' })
  ownerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Those taught in this language (ISO 639-1).' })
  language?: string | null;
}

@InputType({ description: 'A new course: a draft, owned by the viewer.' })
export class CreateCourseInput extends RepeatableInput {
  @Field(() => ID, { description: 'Its subject.' })
  subjectId!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Unique; absent: made from the title.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, at most 20,000 characters.' })
  overview?: string | null;

  @Field(() => [String], { nullable: true, description: 'What one will learn: at most 12 lines of 1 to 160 characters.' })
  outcomes?: string[] | null;

  @Field(() => String, { nullable: true, description: "An ISO 639-1 code; absent: that of the viewer's profile, or else `en`." })
  language?: string | null;

  @Field(() => ID, { nullable: true, description: "A file of one's own, uploaded for the use IMAGE." })
  imageId?: string | null;
}

@InputType({ description: 'What changes in a course; absent fields stay.' })
export class UpdateCourseInput extends RevisingInput {
  @Field(() => ID, { description: 'The course.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Its subject.' })
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Unique; the slug before leads to the new one.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, at most 20,000 characters.' })
  overview?: string | null;

  @Field(() => [String], { nullable: true, description: 'What one will learn: at most 12 lines of 1 to 160 characters.' })
  outcomes?: string[] | null;

  @Field(() => String, { nullable: true, description: 'An ISO 639-1 code.' })
  language?: string | null;

  @Field(() => ID, { nullable: true, description: "A file of one's own, uploaded for the use IMAGE; null takes the picture away." })
  imageId?: string | null;
}

@InputType()
abstract class OneCourseInput {
  @Field(() => ID, { description: 'The course.' })
  id!: string;
}
@InputType({ description: 'Which course goes into the catalogue.' })
export class PublishCourseInput extends OneCourseInput {}
@InputType({ description: 'Which course goes back to draft.' })
export class UnpublishCourseInput extends OneCourseInput {}
@InputType({ description: 'Which course leaves the catalogue and stays open for its students.' })
export class ArchiveCourseInput extends OneCourseInput {}
@InputType({ description: 'Which course goes to the trash.' })
export class DeleteCourseInput extends OneCourseInput {}

const course = { course: { type: () => Course, description: 'The course as it is now.' } };
export const CreateCoursePayload = payloadType('CreateCoursePayload', course);
export const UpdateCoursePayload = payloadType('UpdateCoursePayload', course);
export const PublishCoursePayload = payloadType('PublishCoursePayload', course);
export const UnpublishCoursePayload = payloadType('UnpublishCoursePayload', course);
export const ArchiveCoursePayload = payloadType('ArchiveCoursePayload', course);
export const DeleteCoursePayload = payloadType('DeleteCoursePayload', {
  deletedCourseId: { type: () => ID, description: 'The id of what went to the trash.' },
});
