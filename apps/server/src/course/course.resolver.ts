import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { StoredFile } from '../file/stored-file.entity.ts';
import { fileById } from '../file/stored-file.queries.ts';
import { asksFor } from '../kernel/asks-for.ts';
import { Access, anyone, viewerId } from '../kernel/authorize.ts';
import { notFound } from '../kernel/errors.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { once } from '../kernel/idempotency.ts';
import { mutate } from '../kernel/mutation.ts';
import { Subject } from '../subject/subject.entity.ts';
import { User } from '../user/user.entity.ts';
import { Course } from './course.entity.ts';
import { CourseConnection, CourseOrderArgs } from './course-connection.ts';
import {
  ArchiveCourseInput,
  ArchiveCoursePayload,
  CourseFilter,
  CreateCourseInput,
  CreateCoursePayload,
  DeleteCourseInput,
  DeleteCoursePayload,
  PublishCourseInput,
  PublishCoursePayload,
  UnpublishCourseInput,
  UnpublishCoursePayload,
  UpdateCourseInput,
  UpdateCoursePayload,
} from './course.input.ts';
import { languagesOfCourses, publishedCourses } from './course-list.queries.ts';
import { canCreateCourse, canEditCourse, canReadCourse, canViewCourse } from './course.policy.ts';
import {
  columnsFor,
  courseById,
  courseBySlug,
  type CourseRow,
  countsOfCourse,
  ownerOfCourse,
  subjectOfCourse,
  theCourse,
} from './course.queries.ts';
import { createCourse } from './create-course.ts';
import { editCourse } from './edit-course.ts';
import { lockCourse } from './lock-course.ts';
import { publishCourse } from './publish-course.ts';
import { tellStructure } from './structure-event.ts';

/** What narrows the catalogue, in its list and in what is counted of it. */
const narrowing = {
  filter: { nullable: true, description: 'Which of them.' },
  search: {
    nullable: true,
    description:
      'Words in titles, overviews and titles of modules, at most 200 characters: accents and case apart, by their stems, the last one perhaps ' +
      'unfinished. Where no course has them all, those with words that resemble them. The best come first unless `orderBy` says otherwise.',
  },
};

@ArgsType()
class CatalogueSearchArgs {
  @Field(() => CourseFilter, narrowing.filter)
  filter?: CourseFilter | null;

  @Field(() => String, narrowing.search)
  search?: string | null;
}

@ArgsType()
class CatalogueArgs extends CourseOrderArgs {
  @Field(() => CourseFilter, narrowing.filter)
  filter?: CourseFilter | null;

  @Field(() => String, narrowing.search)
  search?: string | null;
}

@ObjectType({ description: 'A language in which the catalogue has courses.' })
class CourseLanguage {
  @Field(() => String, { simple: true, description: 'ISO 639-1, as `CourseFilter.language` takes it.' })
  code!: string;

  @Field(() => Int, { simple: true, description: 'How many courses are taught in it.' })
  courseCount!: number;
}

/** A change of a course by one of its methods, under its lock. */
function change(ctx: Context, id: string, act: (course: Course, now: Date) => void) {
  const courseId = uuidOf('Course', id);
  return mutate(
    ctx,
    async (em) => {
      act(await lockCourse(em, courseId), new Date());
      await tellStructure(em, courseId);
    },
    async () => ({ course: await courseById(ctx, courseId) }),
  );
}

@Resolver(() => Course)
export class CourseResolver {
  @Query(() => CourseConnection, { description: 'The catalogue: all published courses, or those that a search finds.' })
  @Access({ scope: 'catalog:read', rule: anyone })
  courses(@Args(() => CatalogueArgs) args: CatalogueArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    return publishedCourses(ctx, args, (field) => asksFor(info, field));
  }

  @Query(() => [CourseLanguage], {
    description:
      'The languages in which the catalogue has courses, those with the most courses first: by the same search and filter as `courses`, but for its `language`.',
  })
  @Access({ scope: 'catalog:read', rule: anyone })
  courseLanguages(@Args(() => CatalogueSearchArgs) args: CatalogueSearchArgs, @Ctx() ctx: Context) {
    return languagesOfCourses(ctx, args);
  }

  @Query(() => Course, {
    nullable: true,
    description: 'The course with this slug, or that had it before: compare with its `slug`. Invisible: NOT_FOUND.',
  })
  @Access({ scope: 'catalog:read', rule: anyone })
  async courseBySlug(
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const columns = columnsFor((field) => asksFor(info, field));
    const course = await courseBySlug(ctx, slug, columns);
    if (course === null || !canViewCourse(ctx.viewer, course)) throw notFound();
    return course;
  }

  @FieldResolver(() => StoredFile, { nullable: true, description: 'Its picture.' })
  image(@Root() { imageId }: CourseRow, @Ctx() ctx: Context) {
    return imageId === null ? null : fileById(ctx, imageId);
  }

  @FieldResolver(() => User, { description: 'The instructor.' })
  owner(@Root() course: CourseRow) {
    return ownerOfCourse(course);
  }

  @FieldResolver(() => Subject, { description: 'Its field of knowledge.' })
  subject(@Root() course: CourseRow, @Ctx() ctx: Context) {
    return subjectOfCourse(ctx, course);
  }

  @FieldResolver(() => Int, { description: 'How many modules it has: the published ones, and drafts for who sees them.' })
  async moduleCount(@Root() { id }: CourseRow, @Ctx() ctx: Context) {
    return (await countsOfCourse(ctx, id)).modules;
  }

  @FieldResolver(() => Int, { description: 'How many contents it has: the published ones, and drafts for who sees them.' })
  async contentCount(@Root() { id }: CourseRow, @Ctx() ctx: Context) {
    return (await countsOfCourse(ctx, id)).contents;
  }

  @FieldResolver(() => Int, { description: 'How many students are enrolled at present.' })
  async studentCount(@Root() { id }: CourseRow, @Ctx() ctx: Context) {
    return (await countsOfCourse(ctx, id)).students;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may edit, publish and archive it.' })
  viewerCanEdit(@Root() course: CourseRow, @Ctx() ctx: Context) {
    return canEditCourse(ctx.viewer, course);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may delete it.' })
  viewerCanDelete(@Root() course: CourseRow, @Ctx() ctx: Context) {
    return canEditCourse(ctx.viewer, course);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may read its contents.' })
  viewerCanRead(@Root() course: CourseRow, @Ctx() ctx: Context) {
    return canReadCourse(ctx.viewer, course);
  }

  @Mutation(() => CreateCoursePayload, { nullable: true, description: 'Creates a draft, owned by the viewer.' })
  @Access({ scope: 'course:write', rule: canCreateCourse })
  createCourse(@Arg('input', () => CreateCourseInput, { description: 'The new course.' }) input: CreateCourseInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      once(ctx, input, (em) => createCourse(em, viewerId(ctx), input)),
      async (id) => ({ course: await courseById(ctx, id) }),
    );
  }

  @Mutation(() => UpdateCoursePayload, { nullable: true, description: 'Changes a course.' })
  @Access({ scope: 'course:write', on: theCourse('input.id'), rule: canEditCourse })
  updateCourse(@Arg('input', () => UpdateCourseInput, { description: 'What changes.' }) input: UpdateCourseInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      (em) => editCourse(em, viewerId(ctx), input),
      async () => ({ course: await courseById(ctx, uuidOf('Course', input.id)) }),
    );
  }

  @Mutation(() => PublishCoursePayload, {
    nullable: true,
    description:
      'Puts a course into the catalogue. NOTHING_TO_READ while no published module of it has a published content; `Course.publishingChecklist` says what else to mend.',
  })
  @Access({ scope: 'course:write', on: theCourse('input.id'), rule: canEditCourse })
  publishCourse(@Arg('input', () => PublishCourseInput, { description: 'The course.' }) input: PublishCourseInput, @Ctx() ctx: Context) {
    const id = uuidOf('Course', input.id);
    return mutate(
      ctx,
      (em) => publishCourse(em, id),
      async () => ({ course: await courseById(ctx, id) }),
    );
  }

  @Mutation(() => UnpublishCoursePayload, {
    nullable: true,
    description: 'Takes a course back to draft: its students are told that it is not available at present.',
  })
  @Access({ scope: 'course:write', on: theCourse('input.id'), rule: canEditCourse })
  unpublishCourse(
    @Arg('input', () => UnpublishCourseInput, { description: 'The course.' }) input: UnpublishCourseInput,
    @Ctx() ctx: Context,
  ) {
    return change(ctx, input.id, (course) => course.unpublish());
  }

  @Mutation(() => ArchiveCoursePayload, {
    nullable: true,
    description: 'Takes a course out of the catalogue and closes it to new students; who is enrolled still reads it.',
  })
  @Access({ scope: 'course:write', on: theCourse('input.id'), rule: canEditCourse })
  archiveCourse(@Arg('input', () => ArchiveCourseInput, { description: 'The course.' }) input: ArchiveCourseInput, @Ctx() ctx: Context) {
    return change(ctx, input.id, (course, now) => course.archive(now));
  }

  @Mutation(() => DeleteCoursePayload, {
    nullable: true,
    description: 'Puts a course into the trash for 30 days; its slug is free at once.',
  })
  @Access({ scope: 'course:write', on: theCourse('input.id'), rule: canEditCourse })
  deleteCourse(@Arg('input', () => DeleteCourseInput, { description: 'The course.' }) input: DeleteCourseInput, @Ctx() ctx: Context) {
    const id = uuidOf('Course', input.id);
    return mutate(
      ctx,
      async (em) => {
        (await lockCourse(em, id)).moveToTrash(new Date(), viewerId(ctx));
        await tellStructure(em, id);
      },
      () => ({ deletedCourseId: globalId('Course', id) }),
    );
  }
}
