import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Course, CourseStatus } from '../course/course.entity.ts';
import { canEditCourse, canViewCourse } from '../course/course.policy.ts';
import { courseById, type CourseRow } from '../course/course.queries.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { CalendarDay, mostDays } from '../kernel/calendar-day.ts';
import { badUserInput, notFound } from '../kernel/errors.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { payloadType } from '../kernel/mutation.ts';
import { recordView } from './count-views.ts';
import { viewsOfCourse } from './view.queries.ts';

@ObjectType({ description: 'How often a course was viewed on one day.' })
class CourseViewsOfDay {
  @Field(() => CalendarDay, { simple: true, description: 'The day, in UTC.' })
  day!: string;

  @Field(() => Int, { simple: true, description: 'How many viewers it had: each counts once a day.' })
  views!: number;
}

@ObjectType({
  description: 'How often a course was viewed: once a day for each person, and for each address of visitors; its owner is not counted.',
})
class CourseViews {
  @Field(() => Int, { simple: true, description: 'The sum of all days since the course was published.' })
  total!: number;

  @Field(() => [CourseViewsOfDay], { simple: true, description: 'The days asked for, today last; those without a view are there too.' })
  days!: CourseViewsOfDay[];
}

@InputType({ description: 'Which course the viewer looks at.' })
class RecordCourseViewInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;
}

const RecordCourseViewPayload = payloadType('RecordCourseViewPayload', {
  course: { type: () => Course, description: 'The course.' },
});

/** What views add to a course. */
@Resolver(() => Course)
export class CourseViewsResolver {
  @FieldResolver(() => CourseViews, {
    nullable: true,
    description: 'How often it was viewed, told within seconds. Null, without an error, for who may not edit the course.',
  })
  @Access({ scope: 'course:read', rule: anyone })
  views(
    @Root() course: CourseRow,
    @Arg('days', () => Int, { defaultValue: 30, description: `How many days, today included: 1 to ${mostDays}; else BAD_USER_INPUT.` })
    days: number,
    @Ctx() ctx: Context,
  ) {
    if (days < 1 || days > mostDays) throw badUserInput(`\`days\` is 1 to ${mostDays}.`);
    return canEditCourse(ctx.viewer, course) ? viewsOfCourse(ctx, course.id, { days }) : null;
  }

  @Mutation(() => RecordCourseViewPayload, {
    nullable: true,
    description:
      'Says that a person looks at a course, as its page does. Said again on the same day, by the owner or of a course that is not published it counts for nothing.',
  })
  @Access({ scope: 'catalog:read', rule: anyone })
  async recordCourseView(
    @Arg('input', () => RecordCourseViewInput, { description: 'What is looked at.' }) input: RecordCourseViewInput,
    @Ctx() ctx: Context,
  ) {
    const course = await courseById(ctx, uuidOf('Course', input.courseId));
    if (course === null || !canViewCourse(ctx.viewer, course)) throw notFound();
    if (course.status === CourseStatus.PUBLISHED && course.ownerId !== ctx.viewer?.userId) recordView(ctx, course.id);
    // Nothing is written yet, so there is no transaction to end.
    return { course, userErrors: [] };
  }
}
