import { Field, ID, InputType } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { Course } from '../course/course.entity.ts';
import { payloadType } from '../kernel/mutation.ts';
import { Module } from '../module/module.entity.ts';

@InputType({ description: 'Which course comes back.' })
export class RestoreCourseInput {
  @Field(() => ID, { description: 'The course, by the id that it had: `TrashedCourse.courseId`.' })
  id!: string;
}

@InputType({ description: 'Which module comes back.' })
export class RestoreModuleInput {
  @Field(() => ID, { description: 'The module, by the id that it had: `TrashedModule.moduleId`.' })
  id!: string;
}

@InputType({ description: 'Which content comes back, and where.' })
export class RestoreContentInput {
  @Field(() => ID, { description: 'The content, by the id that it had: `TrashedContent.contentId`.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A module of its course, behind whose contents it stands then; absent: the module that it was in, in its old place.',
  })
  moduleId?: string | null;
}

const course = (description: string) => ({ type: () => Course, description });

export const RestoreCoursePayload = payloadType('RestoreCoursePayload', { course: course('The course, with the slug that it has now.') });
export const RestoreModulePayload = payloadType('RestoreModulePayload', {
  module: { type: () => Module, description: 'The module in its place.' },
  course: course('Its course.'),
});
export const RestoreContentPayload = payloadType('RestoreContentPayload', {
  content: { type: () => Content, description: 'The content in its place.' },
  course: course('Its course.'),
});
