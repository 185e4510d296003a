import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { courseById } from '../course/course.queries.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { once, RepeatableInput } from '../kernel/idempotency.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { Module } from '../module/module.entity.ts';
import { moduleById, theModule } from '../module/module.queries.ts';
import { Content } from './content.entity.ts';
import { contentById, theContent } from './content.queries.ts';
import { duplicateContent } from './duplicate-content.ts';
import { duplicateModule } from './duplicate-module.ts';

@InputType({ description: 'Which module is copied.' })
class DuplicateModuleInput extends RepeatableInput {
  @Field(() => ID, { description: 'The module.' })
  id!: string;
}

@InputType({ description: 'Which content is copied.' })
class DuplicateContentInput extends RepeatableInput {
  @Field(() => ID, { description: 'The content.' })
  id!: string;
}

const course = { type: () => Course, description: 'The course with the copy in it.' };
const DuplicateModulePayload = payloadType('DuplicateModulePayload', {
  module: { type: () => Module, description: 'The copy.' },
  course,
});
const DuplicateContentPayload = payloadType('DuplicateContentPayload', {
  content: { type: () => Content, description: 'The copy.' },
  course,
});

@Resolver()
export class DuplicationResolver {
  @Mutation(() => DuplicateModulePayload, {
    nullable: true,
    description:
      'Puts a copy of a module right behind it: a draft with “(copy)” in its title, in the language of the course, and copies of all its contents, which show the same files. TOO_MANY when the course has 100 modules already.',
  })
  @Access({ scope: 'course:write', on: theModule('input.id'), rule: canEditCourse })
  duplicateModule(
    @Arg('input', () => DuplicateModuleInput, { description: 'The module.' }) input: DuplicateModuleInput,
    @Ctx() ctx: Context,
  ) {
    const id = uuidOf('Module', input.id);
    return mutate(
      ctx,
      once(ctx, input, (em) => duplicateModule(em, viewerId(ctx), id)),
      async (copyId) => {
        const module = await moduleById(ctx, copyId);
        return { module, course: module && (await courseById(ctx, module.courseId)) };
      },
    );
  }

  @Mutation(() => DuplicateContentPayload, {
    nullable: true,
    description:
      'Puts a copy of a content right behind it: a draft with “(copy)” in its title, in the language of the course, which shows the same files. TOO_MANY when the module has 200 contents already.',
  })
  @Access({ scope: 'course:write', on: theContent('input.id'), rule: canEditCourse })
  duplicateContent(
    @Arg('input', () => DuplicateContentInput, { description: 'The content.' }) input: DuplicateContentInput,
    @Ctx() ctx: Context,
  ) {
    const id = uuidOf('Content', input.id);
    return mutate(
      ctx,
      once(ctx, input, (em) => duplicateContent(em, viewerId(ctx), id)),
      async (copyId) => {
        const content = await contentById(ctx, copyId);
        return { content, course: content && (await courseById(ctx, content.courseId)) };
      },
    );
  }
}
