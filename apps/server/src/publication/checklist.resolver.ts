import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { contentById } from '../content/content.queries.ts';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { courseById, type CourseRow } from '../course/course.queries.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { moduleById } from '../module/module.queries.ts';
import { checklistOf, type FoundProblem } from './checklist.queries.ts';
import { PublishingChecklist, PublishingProblem, PublishingProblemCode } from './publishing-problem.ts';

const isBlocking = ({ code }: FoundProblem): boolean => code === PublishingProblemCode.NOTHING_TO_READ;

/** What stands in the way of publishing, or should be mended first, is computed when it is asked for. */
@Resolver(() => Course)
export class CourseChecklistResolver {
  @FieldResolver(() => PublishingChecklist, {
    nullable: true,
    description: 'What to mend before it is published, and after. Null, without an error, for who may not edit it.',
  })
  @Access({ scope: 'course:read', rule: anyone })
  async publishingChecklist(@Root() course: CourseRow, @Ctx() ctx: Context) {
    if (!canEditCourse(ctx.viewer, course)) return null;
    const whole = course.overview === undefined ? await courseById(ctx, course.id) : course;
    if (whole === null) return null;
    const { problems, isComplete } = await checklistOf(ctx, whole);
    return {
      isComplete,
      canPublish: !problems.some(isBlocking),
      problems: problems.map((problem) => ({ ...problem, isBlocking: isBlocking(problem) })),
    };
  }
}

@Resolver(() => PublishingProblem)
export class PublishingProblemResolver {
  @FieldResolver()
  module(@Root() { moduleId }: FoundProblem, @Ctx() ctx: Context) {
    return moduleId === null ? null : moduleById(ctx, moduleId);
  }

  @FieldResolver()
  content(@Root() { contentId }: FoundProblem, @Ctx() ctx: Context) {
    return contentId === null ? null : contentById(ctx, contentId);
  }
}
