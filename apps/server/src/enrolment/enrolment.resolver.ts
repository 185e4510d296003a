import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { contentById } from '../content/content.queries.ts';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { canEnrol, canReadCourse, canViewCourse } from '../course/course.policy.ts';
import { courseById, type CourseRow, theCourse } from '../course/course.queries.ts';
import { Access, anyone, viewerId } from '../kernel/authorize.ts';
import { DateTime } from '../kernel/date-time.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { enrol } from './enrol.ts';
import { EnrolmentConnection } from './enrolment-connection.ts';
import { Enrolment } from './enrolment.entity.ts';
import { canSeeStudentsOf, isStudentOf } from './enrolment.policy.ts';
import { enrolmentById, type EnrolmentRow, enrolmentsOfStudent, viewerEnrolmentIn } from './enrolment.queries.ts';
import { leaveCourse } from './leave-course.ts';
import { StudentListArgs } from './student-list.input.ts';
import { lastActiveOf, studentsOfCourse } from './student-list.queries.ts';

@ArgsType()
class FollowedCoursesArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Those in which all is done, or those in which something is left; absent: both.' })
  isFinished?: boolean | null;
}

@InputType({ description: 'Which course the viewer enrols in.' })
class EnrolInput {
  @Field(() => ID, { description: 'The course: published.' })
  courseId!: string;
}

@InputType({ description: 'Which course the viewer leaves.' })
class LeaveCourseInput {
  @Field(() => ID, { description: 'The course.' })
  courseId!: string;
}

const EnrolPayload = payloadType('EnrolPayload', {
  enrolment: { type: () => Enrolment, description: 'The enrolment: the same one when there was one already.' },
  course: { type: () => Course, description: 'The course, readable from now on.' },
});
const LeaveCoursePayload = payloadType('LeaveCoursePayload', {
  course: { type: () => Course, description: 'The course that the viewer left.' },
});

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @FieldResolver(() => Course, { description: 'The course.' })
  course(@Root() { courseId }: EnrolmentRow, @Ctx() ctx: Context) {
    return courseById(ctx, courseId);
  }

  @FieldResolver(() => User, { description: 'The student.' })
  student(@Root() { studentId }: EnrolmentRow) {
    return { id: studentId } satisfies UserRow;
  }

  @FieldResolver(() => DateTime, { description: 'When the student last did something in the course: enrolled, opened or did a content.' })
  async lastActiveAt(@Root() { id, enrolledAt }: EnrolmentRow, @Ctx() ctx: Context) {
    return (await lastActiveOf(ctx, id)) ?? enrolledAt;
  }

  @FieldResolver(() => Content, {
    nullable: true,
    description: 'Where the student left off; null before the first content, and when it cannot be read any more.',
  })
  async lastContent(@Root() { lastContentId, courseId }: EnrolmentRow, @Ctx() ctx: Context) {
    const course = await courseById(ctx, courseId);
    return lastContentId !== null && course !== null && canReadCourse(ctx.viewer, course) ? contentById(ctx, lastContentId) : null;
  }

  @Mutation(() => EnrolPayload, {
    nullable: true,
    description: 'Enrols the viewer in a published course. Enrolling twice changes nothing.',
  })
  @Access({ scope: 'enrolment:write', on: theCourse('input.courseId'), rule: canViewCourse })
  enrol(@Arg('input', () => EnrolInput, { description: 'The course.' }) input: EnrolInput, @Ctx() ctx: Context) {
    const courseId = uuidOf('Course', input.courseId);
    return mutate(
      ctx,
      (em) => enrol(em, viewerId(ctx), courseId),
      async ({ id }) => ({ enrolment: await enrolmentById(ctx, id), course: await courseById(ctx, courseId) }),
    );
  }

  @Mutation(() => LeaveCoursePayload, {
    nullable: true,
    description: "Ends the viewer's enrolment; their progress is kept for when they come back.",
  })
  @Access({ scope: 'enrolment:write', on: theCourse('input.courseId'), rule: isStudentOf })
  leaveCourse(@Arg('input', () => LeaveCourseInput, { description: 'The course.' }) input: LeaveCourseInput, @Ctx() ctx: Context) {
    const courseId = uuidOf('Course', input.courseId);
    return mutate(
      ctx,
      (em) => leaveCourse(em, { courseId, studentId: viewerId(ctx) }),
      async () => ({ course: await visibleCourse(ctx, courseId) }),
    );
  }
}

/** A course that the viewer still sees: who leaves an archived one sees it no more. */
async function visibleCourse(ctx: Context, id: string): Promise<CourseRow | null> {
  const course = await courseById(ctx, id);
  return course !== null && canViewCourse(ctx.viewer, course) ? course : null;
}

/** What enrolments add to a course, which need not know of them. */
@Resolver(() => Course)
export class CourseEnrolmentsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may enrol now: signed in, published, not enrolled yet.' })
  viewerCanEnrol(@Root() course: CourseRow, @Ctx() ctx: Context) {
    return canEnrol(ctx.viewer, course);
  }

  @FieldResolver(() => Enrolment, { nullable: true, description: "The viewer's own enrolment." })
  @Access({ scope: 'enrolment:read', rule: anyone })
  viewerEnrolment(@Root() { id }: CourseRow, @Ctx() ctx: Context) {
    return viewerEnrolmentIn(ctx, id);
  }

  @FieldResolver(() => EnrolmentConnection, {
    nullable: true,
    description: 'Who is enrolled at present, or those that a search finds. Null, without an error, for who may not edit the course.',
  })
  @Access({ scope: 'enrolment:read', rule: anyone })
  enrolments(@Root() course: CourseRow, @Args(() => StudentListArgs) args: StudentListArgs, @Ctx() ctx: Context) {
    return canSeeStudentsOf(ctx.viewer, course) ? studentsOfCourse(ctx, course.id, args) : null;
  }
}

/** What enrolments add to a person. */
@Resolver(() => User)
export class UserEnrolmentsResolver {
  @FieldResolver(() => EnrolmentConnection, {
    nullable: true,
    description: "Their courses as a student, the one that was read or begun last first. Null unless one's own.",
  })
  @Access({ scope: 'enrolment:read', rule: anyone })
  enrolments(@Root() { id }: UserRow, @Args(() => FollowedCoursesArgs) args: FollowedCoursesArgs, @Ctx() ctx: Context) {
    return ctx.viewer?.userId === id ? enrolmentsOfStudent(ctx, id, args) : null;
  }
}
