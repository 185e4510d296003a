import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { takeTurn } from '../kernel/throttle.ts';
import { Course } from './course.entity.ts';
import { canEditCourse } from './course.policy.ts';
import { courseById, theCourse } from './course.queries.ts';
import { transferCourse } from './transfer-course.ts';

@InputType({ description: 'To whom a course goes.' })
class TransferCourseInput {
  @Field(() => ID, { description: 'The course.' })
  id!: string;

  @Field(() => String, { description: 'The username of its next owner: somebody who may write courses, NOT_FOUND otherwise.' })
  username!: string;
}

const TransferCoursePayload = payloadType('TransferCoursePayload', {
  course: { type: () => Course, description: 'The course, with its new owner.' },
});

/** Names of people may not be found by trying. */
const triedBy = (userId: string) => ({ key: `heirs named by ${userId}`, allowance: { atOnce: 30, secondsEach: 30 } });

@Resolver()
export class CourseTransferResolver {
  @Mutation(() => TransferCoursePayload, {
    nullable: true,
    description:
      'Hands a course to another owner, with what its owner wrote in it and the files that it alone shows; students notice nothing, and its next owner is told by mail. ' +
      'Tried too often, it is RATE_LIMITED.',
  })
  @Access({ scope: 'course:write', on: theCourse('input.id'), rule: canEditCourse })
  async transferCourse(
    @Arg('input', () => TransferCourseInput, { description: 'The course, and to whom.' }) input: TransferCourseInput,
    @Ctx() ctx: Context,
  ) {
    await takeTurn(ctx.db, [triedBy(viewerId(ctx))]);
    const id = uuidOf('Course', input.id);
    return mutate(
      ctx,
      (em) => transferCourse(em, { services: ctx.services, giverId: viewerId(ctx), id, username: input.username }),
      async () => ({ course: await courseById(ctx, id) }),
    );
  }
}
