import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import type { CourseRow } from '../course/course.queries.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { CalendarDay, mostDays } from '../kernel/calendar-day.ts';
import { badUserInput } from '../kernel/errors.ts';
import { enrolmentDaysOfCourse } from './enrolment-days.queries.ts';
import { canSeeStudentsOf } from './enrolment.policy.ts';

@ObjectType({ description: 'How many enrolled in a course on one day.' })
class CourseEnrolmentsOfDay {
  @Field(() => CalendarDay, { simple: true, description: 'The day, in UTC.' })
  day!: string;

  @Field(() => Int, { simple: true, description: 'How many enrolled, those included who have left since.' })
  enrolments!: number;
}

@ObjectType({ description: 'How many enrolled in a course over time. Who leaves and comes back counts once, on the day of coming back.' })
class CourseEnrolments {
  @Field(() => Int, { simple: true, description: 'How many ever enrolled, those included who have left since.' })
  total!: number;

  @Field(() => [CourseEnrolmentsOfDay], {
    simple: true,
    description: 'The days asked for, today last; those on which nobody enrolled are there too.',
  })
  days!: CourseEnrolmentsOfDay[];
}

@Resolver(() => Course)
export class CourseEnrolmentDaysResolver {
  @FieldResolver(() => CourseEnrolments, {
    nullable: true,
    description: 'How many enrolled, day by day. Null, without an error, for who may not edit the course.',
  })
  @Access({ scope: 'enrolment:read', rule: anyone })
  enrolmentsOverTime(
    @Root() course: CourseRow,
    @Arg('days', () => Int, { defaultValue: 30, description: `How many days, today included: 1 to ${mostDays}; else BAD_USER_INPUT.` })
    days: number,
    @Ctx() ctx: Context,
  ) {
    if (days < 1 || days > mostDays) throw badUserInput(`\`days\` is 1 to ${mostDays}.`);
    return canSeeStudentsOf(ctx.viewer, course) ? enrolmentDaysOfCourse(ctx, course.id, { days }) : null;
  }
}
