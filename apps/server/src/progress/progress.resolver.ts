import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { contentById, type ContentRow, theContent } from '../content/content.queries.ts';
import type { Context } from '../context.ts';
import { canReadCourse } from '../course/course.policy.ts';
import { courseById } from '../course/course.queries.ts';
import { Enrolment } from '../enrolment/enrolment.entity.ts';
import { isStudentOf } from '../enrolment/enrolment.policy.ts';
import { type EnrolmentRow, viewerEnrolmentIn } from '../enrolment/enrolment.queries.ts';
import { learning } from '../enrolment/learning-event.ts';
import { Access, anyone, viewerId } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { DateTime } from '../kernel/date-time.ts';
import { notFound } from '../kernel/errors.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { publish } from '../kernel/pubsub.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Module } from '../module/module.entity.ts';
import type { ModuleRow } from '../module/module.queries.ts';
import { Progress, progressFrom } from './progress.ts';
import { contentsLeftOf, progressOfEnrolment, viewerHasCompleted, viewerProgressInModule } from './progress.queries.ts';
import { complete, uncomplete, visit } from './record-progress.ts';

const ContentConnection = connectionType('Content', () => Content);

@InputType()
abstract class OneContentInput {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;
}
@InputType({ description: 'Which content the viewer has done.' })
class CompleteContentInput extends OneContentInput {}
@InputType({ description: 'Which content the viewer has not done after all.' })
class UncompleteContentInput extends OneContentInput {}
@InputType({ description: 'Which content the viewer has opened.' })
class VisitContentInput extends OneContentInput {}

const content = { type: () => Content, description: 'The content with its new state.' };
const enrolment = { type: () => Enrolment, description: "The viewer's enrolment with its new progress." };
const CompleteContentPayload = payloadType('CompleteContentPayload', { content, enrolment });
const UncompleteContentPayload = payloadType('UncompleteContentPayload', { content, enrolment });
const VisitContentPayload = payloadType('VisitContentPayload', { enrolment });

/** What a student does with a content that is open to them, told to their other windows. */
function record(ctx: Context, input: OneContentInput, act: typeof complete) {
  const id = uuidOf('Content', input.contentId);
  return mutate(
    ctx,
    async (em) => {
      const content = await contentById(ctx, id);
      if (content === null) throw notFound();
      if (!content.isOpen) throw refuse(UserErrorCode.LOCKED, ['contentId'], 'The content is not open to you yet.');
      const studentId = viewerId(ctx);
      await act(em, studentId, id);
      await publish(em, learning, { courseId: content.courseId, studentId, contentId: id });
    },
    async () => {
      const row = await contentById(ctx, id);
      return { content: row, enrolment: row && (await viewerEnrolmentIn(ctx, row.courseId)) };
    },
  );
}

@Resolver(() => Content)
export class ContentProgressResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer has done it.' })
  @Access({ scope: 'progress:read', rule: anyone })
  viewerHasCompleted(@Root() { id }: ContentRow, @Ctx() ctx: Context) {
    return viewerHasCompleted(ctx, id);
  }

  @Mutation(() => CompleteContentPayload, { nullable: true, description: 'Ticks off a content for the viewer, a student of the course.' })
  @Access({ scope: 'progress:write', on: theContent('input.contentId'), rule: isStudentOf })
  completeContent(
    @Arg('input', () => CompleteContentInput, { description: 'The content.' }) input: CompleteContentInput,
    @Ctx() ctx: Context,
  ) {
    return record(ctx, input, complete);
  }

  @Mutation(() => UncompleteContentPayload, { nullable: true, description: 'Takes back that a content is done.' })
  @Access({ scope: 'progress:write', on: theContent('input.contentId'), rule: isStudentOf })
  uncompleteContent(
    @Arg('input', () => UncompleteContentInput, { description: 'The content.' }) input: UncompleteContentInput,
    @Ctx() ctx: Context,
  ) {
    return record(ctx, input, uncomplete);
  }

  @Mutation(() => VisitContentPayload, { nullable: true, description: 'Remembers where the viewer left off.' })
  @Access({ scope: 'progress:write', on: theContent('input.contentId'), rule: isStudentOf })
  visitContent(@Arg('input', () => VisitContentInput, { description: 'The content.' }) input: VisitContentInput, @Ctx() ctx: Context) {
    return record(ctx, input, visit);
  }
}

/** What progress adds to an enrolment. */
@Resolver(() => Enrolment)
export class EnrolmentProgressResolver {
  @FieldResolver(() => Progress, { description: 'How much of the course the student has done.' })
  @Access({ scope: 'progress:read', rule: anyone })
  async progress(@Root() { id }: EnrolmentRow, @Ctx() ctx: Context) {
    return progressFrom(await progressOfEnrolment(ctx, id));
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the last of its contents was done. Null while something is left, and when nothing is visible.',
  })
  @Access({ scope: 'progress:read', rule: anyone })
  async finishedAt(@Root() { id }: EnrolmentRow, @Ctx() ctx: Context) {
    const { completed, total, lastDoneAt } = await progressOfEnrolment(ctx, id);
    return completed === total ? lastDoneAt : null;
  }

  @FieldResolver(() => ContentConnection, {
    nullable: true,
    description:
      'What is left to do: the contents that count for `progress` and are not done, in the order of the course. Null for who may not read it.',
  })
  @Access({ scope: 'progress:read', rule: anyone })
  async contentsLeft(@Root() { id, courseId }: EnrolmentRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    const course = await courseById(ctx, courseId);
    return course !== null && canReadCourse(ctx.viewer, course) ? contentsLeftOf(ctx, id, args) : null;
  }
}

/** What progress adds to a module. */
@Resolver(() => Module)
export class ModuleProgressResolver {
  @FieldResolver(() => Progress, {
    nullable: true,
    description: 'How much of it the viewer has done. Null for who is not enrolled or may not read.',
  })
  @Access({ scope: 'progress:read', rule: anyone })
  async viewerProgress(@Root() { id, courseId }: ModuleRow, @Ctx() ctx: Context) {
    const course = await courseById(ctx, courseId);
    if (course === null || !course.isEnrolled || !canReadCourse(ctx.viewer, course)) return null;
    return progressFrom(await viewerProgressInModule(ctx, id));
  }
}
