import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { contentById } from '../content/content.queries.ts';
import { Course } from '../course/course.entity.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { courseById, type CourseRow } from '../course/course.queries.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { Module } from '../module/module.entity.ts';
import { moduleById } from '../module/module.queries.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { restoreContent } from './restore-content.ts';
import { restoreCourse } from './restore-course.ts';
import { restoreModule } from './restore-module.ts';
import {
  RestoreContentInput,
  RestoreContentPayload,
  RestoreCourseInput,
  RestoreCoursePayload,
  RestoreModuleInput,
  RestoreModulePayload,
} from './trash.input.ts';
import { canSeeTrashOf } from './trash.policy.ts';
import {
  theTrashedContent,
  theTrashedCourse,
  theTrashedModule,
  type TrashedContentRow,
  trashedContentsOfCourse,
  trashedCoursesOfOwner,
  trashedModulesOfCourse,
} from './trash.queries.ts';
import { TrashedContent, TrashedCourse, TrashedModule } from './trashed.ts';

const TrashedCourseConnection = connectionType('TrashedCourse', () => TrashedCourse);
const TrashedModuleConnection = connectionType('TrashedModule', () => TrashedModule);
const TrashedContentConnection = connectionType('TrashedContent', () => TrashedContent);

@Resolver(() => TrashedCourse)
export class TrashedCourseResolver {
  @FieldResolver(() => ID, { description: 'The id of the course itself, for `restoreCourse`.' })
  courseId(@Root() { id }: { id: string }) {
    return globalId('Course', id);
  }

  @Mutation(() => RestoreCoursePayload, {
    nullable: true,
    description:
      'Takes a course out of the trash as it was: its status, students and progress included. When its slug is taken it gets the next free one.',
  })
  @Access({ scope: 'course:write', on: theTrashedCourse('input.id'), rule: canEditCourse })
  restoreCourse(@Arg('input', () => RestoreCourseInput, { description: 'The course.' }) input: RestoreCourseInput, @Ctx() ctx: Context) {
    const id = uuidOf('Course', input.id);
    return mutate(
      ctx,
      (em) => restoreCourse(em, id),
      async () => ({ course: await courseById(ctx, id) }),
    );
  }
}

@Resolver(() => TrashedModule)
export class TrashedModuleResolver {
  @FieldResolver(() => ID, { description: 'The id of the module itself, for `restoreModule`.' })
  moduleId(@Root() { id }: { id: string }) {
    return globalId('Module', id);
  }

  @Mutation(() => RestoreModulePayload, {
    nullable: true,
    description: 'Takes a module with its contents out of the trash, in its old place: TOO_MANY when the course has 100 already.',
  })
  @Access({ scope: 'course:write', on: theTrashedModule('input.id'), rule: canEditCourse })
  restoreModule(@Arg('input', () => RestoreModuleInput, { description: 'The module.' }) input: RestoreModuleInput, @Ctx() ctx: Context) {
    const id = uuidOf('Module', input.id);
    return mutate(
      ctx,
      (em) => restoreModule(em, id),
      async (courseId) => ({ module: await moduleById(ctx, id), course: await courseById(ctx, courseId) }),
    );
  }
}

@Resolver(() => TrashedContent)
export class TrashedContentResolver {
  @FieldResolver(() => ID, { description: 'The id of the content itself, for `restoreContent`.' })
  contentId(@Root() { id }: { id: string }) {
    return globalId('Content', id);
  }

  @FieldResolver(() => Module, { nullable: true, description: 'The module that it was in; null while that is itself in the trash.' })
  module(@Root() { moduleId }: TrashedContentRow, @Ctx() ctx: Context) {
    return moduleById(ctx, moduleId);
  }

  @Mutation(() => RestoreContentPayload, {
    nullable: true,
    description:
      'Takes a content out of the trash: NOT_FOUND at `moduleId` when its module is in the trash, TOO_MANY when that has 200 contents already.',
  })
  @Access({ scope: 'course:write', on: theTrashedContent('input.id'), rule: canEditCourse })
  restoreContent(
    @Arg('input', () => RestoreContentInput, { description: 'What comes back, and where.' }) input: RestoreContentInput,
    @Ctx() ctx: Context,
  ) {
    const restored = { id: uuidOf('Content', input.id), moduleId: input.moduleId ? uuidOf('Module', input.moduleId) : null };
    return mutate(
      ctx,
      (em) => restoreContent(em, restored),
      async (courseId) => ({ content: await contentById(ctx, restored.id), course: await courseById(ctx, courseId) }),
    );
  }
}

/** What the trash adds to a course. */
@Resolver(() => Course)
export class CourseTrashResolver {
  @FieldResolver(() => TrashedModuleConnection, {
    nullable: true,
    description: 'Its modules in the trash, the last deleted first. Null, without an error, for who may not edit the course.',
  })
  @Access({ scope: 'course:read', rule: anyone })
  trashedModules(@Root() course: CourseRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    return canEditCourse(ctx.viewer, course) ? trashedModulesOfCourse(ctx, course.id, args) : null;
  }

  @FieldResolver(() => TrashedContentConnection, {
    nullable: true,
    description:
      'Its contents that were deleted on their own, the last deleted first. Null, without an error, for who may not edit the course.',
  })
  @Access({ scope: 'course:read', rule: anyone })
  trashedContents(@Root() course: CourseRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    return canEditCourse(ctx.viewer, course) ? trashedContentsOfCourse(ctx, course.id, args) : null;
  }
}

/** What the trash adds to a person. */
@Resolver(() => User)
export class UserTrashResolver {
  @FieldResolver(() => TrashedCourseConnection, {
    nullable: true,
    description: "Their courses in the trash, the last deleted first. Null unless one's own, or for who may edit any course.",
  })
  @Access({ scope: 'course:read', rule: anyone })
  trashedCourses(@Root() { id }: UserRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    return canSeeTrashOf(ctx.viewer, id) ? trashedCoursesOfOwner(ctx, id, args) : null;
  }
}
