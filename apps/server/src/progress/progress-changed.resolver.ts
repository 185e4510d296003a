import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { contentById } from '../content/content.queries.ts';
import type { Context } from '../context.ts';
import { canReadCourse } from '../course/course.policy.ts';
import { courseById, theCourse } from '../course/course.queries.ts';
import { courseStructure } from '../course/structure-event.ts';
import { Enrolment } from '../enrolment/enrolment.entity.ts';
import { isStudentOf } from '../enrolment/enrolment.policy.ts';
import { viewerEnrolmentIn } from '../enrolment/enrolment.queries.ts';
import { learning } from '../enrolment/learning-event.ts';
import { Access } from '../kernel/authorize.ts';
import { forbidden } from '../kernel/errors.ts';
import { EventQueue } from '../kernel/event-queue.ts';
import { uuidOf } from '../kernel/global-id.ts';

@ObjectType({ description: "The viewer's progress in a course as it is now." })
class ProgressChange {
  @Field(() => Enrolment, { simple: true, description: "The viewer's enrolment, with its progress and where they left off." })
  enrolment!: object;

  @Field(() => Content, {
    simple: true,
    nullable: true,
    description: 'The content that the viewer did, undid or opened. Null in the first event, and when the course itself changed.',
  })
  content!: object | null;
}

interface ProgressEvent {
  readonly contentId: string | null;
}
const whole: ProgressEvent = { contentId: null };

/** What a student does, in whatever window, and what their course gains and loses: both change how much of it is done. */
function changesOf({ services, viewer }: Context, courseId: string): EventQueue<ProgressEvent> {
  return new EventQueue(services.pubsub, whole)
    .follow(learning, (event) => (event.courseId === courseId && event.studentId === viewer?.userId ? event : null))
    .follow(courseStructure, (event) => (event.courseId === courseId ? whole : null));
}

@Resolver()
export class ProgressChangedResolver {
  @Subscription(() => ProgressChange, {
    description:
      "The viewer's own progress in a course, whichever window or program changes it. The first event comes at once. Ends with FORBIDDEN when the viewer leaves the course.",
    subscribe: ({ context, args }: { context: Context; args: { courseId: string } }) => changesOf(context, uuidOf('Course', args.courseId)),
  })
  @Access({ scope: 'progress:read', on: theCourse('courseId'), rule: isStudentOf })
  async progressChanged(
    @Arg('courseId', () => ID, { description: 'The course, in which the viewer is enrolled.' }) courseId: string,
    @Root() { contentId }: ProgressEvent,
    @Ctx() ctx: Context,
  ) {
    const id = uuidOf('Course', courseId);
    const [course, enrolment] = await Promise.all([courseById(ctx, id), viewerEnrolmentIn(ctx, id)]);
    if (course === null || enrolment === null) throw forbidden();
    return { enrolment, content: contentId !== null && canReadCourse(ctx.viewer, course) ? contentById(ctx, contentId) : null };
  }
}
