import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { canViewCourse } from '../course/course.policy.ts';
import { courseById, theCourse } from '../course/course.queries.ts';
import { courseStructure, type StructureEvent, wholeCourse } from '../course/structure-event.ts';
import { learning } from '../enrolment/learning-event.ts';
import { Access } from '../kernel/authorize.ts';
import { notFound } from '../kernel/errors.ts';
import { EventQueue } from '../kernel/event-queue.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { Module } from '../module/module.entity.ts';
import { Content } from './content.entity.ts';
import { seenStructureChange } from './course-structure.queries.ts';

@ObjectType({
  description:
    'What changed in a course, as far as the receiver may see it now. When all lists are empty, read `course` again: it is so in the first event, and in any after which some may have been missed.',
})
class CourseStructureChange {
  @Field(() => Course, { simple: true, description: 'The course as it is now, with its modules in their order.' })
  course!: object;

  @Field(() => [Module], { simple: true, description: 'Modules that came, changed, moved, or whose contents did.' })
  modules!: object[];

  @Field(() => [Content], { simple: true, description: 'Contents that came, changed or moved.' })
  contents!: object[];

  @Field(() => [ID], { simple: true, description: 'Modules that the receiver sees no more.' })
  deletedModuleIds!: string[];

  @Field(() => [ID], { simple: true, description: 'Contents that went to the trash.' })
  deletedContentIds!: string[];
}

/** Enrolling and leaving change what the viewer may see of a course that did not change. */
function changesOf({ services, viewer }: Context, courseId: string): EventQueue<StructureEvent> {
  const whole = wholeCourse(courseId);
  return new EventQueue(services.pubsub, whole)
    .follow(courseStructure, (event) => (event.courseId === courseId ? event : null))
    .follow(learning, (event) =>
      event.courseId === courseId && event.studentId === viewer?.userId && event.contentId === null ? whole : null,
    );
}

@Resolver()
export class CourseStructureResolver {
  @Subscription(() => CourseStructureChange, {
    description:
      'The structure of a course while it changes: modules and contents come, go, change and move. The first event comes at once. Ends with NOT_FOUND when the course is seen no more.',
    subscribe: ({ context, args }: { context: Context; args: { courseId: string } }) => changesOf(context, uuidOf('Course', args.courseId)),
  })
  @Access({ scope: 'course:read', on: theCourse('courseId'), rule: canViewCourse })
  async courseStructureChanged(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Root() event: StructureEvent,
    @Ctx() ctx: Context,
  ) {
    const course = await courseById(ctx, uuidOf('Course', courseId));
    if (course === null) throw notFound();
    return seenStructureChange(ctx, course, event);
  }
}
