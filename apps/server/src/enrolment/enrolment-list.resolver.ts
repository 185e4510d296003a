import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { theCourse } from '../course/course.queries.ts';
import { Access } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { enrolStudent } from './enrol-student.ts';
import { enrollablePeople } from './enrollable-people.queries.ts';
import { EnrollablePersonConnection, EnrolmentConnection } from './enrolment-connection.ts';
import { Enrolment } from './enrolment.entity.ts';
import { enrolmentsOfAll, theEnrolment } from './enrolment-list.queries.ts';
import { canEndEnrolment, canManageEnrolments } from './enrolment.policy.ts';
import { enrolmentById, type EnrolmentRow } from './enrolment.queries.ts';
import { leaveCourse } from './leave-course.ts';
import { EnrollablePeopleArgs, EnrolmentListArgs } from './student-list.input.ts';

@InputType({ description: 'Who is enrolled in what.' })
class EnrolStudentInput {
  @Field(() => ID, { description: 'The course: published.' })
  courseId!: string;

  @Field(() => ID, { description: 'The student: any person.' })
  studentId!: string;
}

@InputType({ description: 'Which enrolment ends.' })
class EndEnrolmentInput {
  @Field(() => ID, { description: 'The enrolment.' })
  id!: string;
}

const EnrolStudentPayload = payloadType('EnrolStudentPayload', {
  enrolment: { type: () => Enrolment, description: 'The enrolment: the same one when there was one already.' },
  wasEnrolled: { type: () => Boolean, description: 'Whether they were enrolled already, so that nothing was changed.' },
});
const EndEnrolmentPayload = payloadType('EndEnrolmentPayload', {
  endedEnrolmentId: { type: () => ID, description: 'The id of the enrolment that is over.' },
});

/** The enrolments of others, for who manages them. */
@Resolver(() => Enrolment)
export class EnrolmentListResolver {
  @Query(() => EnrolmentConnection, { description: "Everybody's enrolments at present, for who manages enrolments." })
  @Access({ scope: 'enrolment:read', rule: canManageEnrolments })
  enrolments(@Args(() => EnrolmentListArgs) args: EnrolmentListArgs, @Ctx() ctx: Context) {
    return enrolmentsOfAll(ctx, args);
  }

  @Query(() => EnrollablePersonConnection, { description: 'Whom `enrolStudent` takes, by name, for who manages enrolments.' })
  @Access({ scope: 'enrolment:read', rule: canManageEnrolments })
  enrollablePeople(@Args(() => EnrollablePeopleArgs) args: EnrollablePeopleArgs, @Ctx() ctx: Context) {
    return enrollablePeople(ctx, args);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may end it: their own, and anybody’s for who manages enrolments.' })
  viewerCanEnd(@Root() enrolment: EnrolmentRow, @Ctx() { viewer }: Context) {
    return canEndEnrolment(viewer, enrolment);
  }

  @Mutation(() => EnrolStudentPayload, {
    nullable: true,
    description: 'Enrols somebody in a published course, for who manages enrolments. Enrolling twice changes nothing.',
  })
  @Access({ scope: 'enrolment:write', on: theCourse('input.courseId'), rule: canManageEnrolments })
  enrolStudent(@Arg('input', () => EnrolStudentInput, { description: 'Who, and in what.' }) input: EnrolStudentInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      (em) => enrolStudent(em, input),
      async ({ id, wasEnrolled }) => ({ enrolment: await enrolmentById(ctx, id), wasEnrolled }),
    );
  }

  @Mutation(() => EndEnrolmentPayload, {
    nullable: true,
    description: "Ends an enrolment: one's own, or anybody's for who manages enrolments. The progress is kept for when they come back.",
  })
  @Access({ scope: 'enrolment:write', on: theEnrolment('input.id'), rule: canEndEnrolment })
  endEnrolment(@Arg('input', () => EndEnrolmentInput, { description: 'Which.' }) input: EndEnrolmentInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => leaveCourse(em, await em.findOneOrFail(Enrolment, uuidOf('Enrolment', input.id))),
      () => ({ endedEnrolmentId: input.id }),
    );
  }
}
