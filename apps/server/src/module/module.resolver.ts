import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Course } from '../course/course.entity.ts';
import { canEditCourse, canReadCourse, canViewOutline, isStaffOf } from '../course/course.policy.ts';
import { courseById, type CourseRow, theCourse } from '../course/course.queries.ts';
import { structureNotice, tellStructure } from '../course/structure-event.ts';
import { asksFor } from '../kernel/asks-for.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { once } from '../kernel/idempotency.ts';
import { mutate, mutateAtOnce } from '../kernel/mutation.ts';
import { placeAfter, reorder } from '../kernel/position.ts';
import { addModule } from './add-module.ts';
import { editModule } from './edit-module.ts';
import { Module, modulesInCourse } from './module.entity.ts';
import {
  CreateModuleInput,
  CreateModulePayload,
  DeleteModuleInput,
  DeleteModulePayload,
  MoveModuleInput,
  MoveModulePayload,
  ReorderModulesInput,
  ReorderModulesPayload,
  SaveModulesInput,
  SaveModulesPayload,
  UpdateModuleInput,
  UpdateModulePayload,
} from './module.input.ts';
import { contentCountOfModule, moduleById, type ModuleRow, modulesOfCourse, theModule } from './module.queries.ts';
import { presentModule } from './present-module.ts';
import { saveModules } from './save-modules.ts';

@Resolver(() => Module)
export class ModuleResolver {
  @FieldResolver(() => Course, { description: 'The course that it is a part of.' })
  course(@Root() { courseId }: ModuleRow, @Ctx() ctx: Context) {
    return courseById(ctx, courseId);
  }

  @FieldResolver(() => Int, { description: 'How many contents it has: the published ones, and drafts for who sees them.' })
  contentCount(@Root() { id }: ModuleRow, @Ctx() ctx: Context) {
    return contentCountOfModule(ctx, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may read its contents.' })
  async viewerCanRead(@Root() { courseId }: ModuleRow, @Ctx() ctx: Context) {
    const course = await courseById(ctx, courseId);
    return course !== null && canReadCourse(ctx.viewer, course);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change it, its contents and their order.' })
  async viewerCanEdit(@Root() { courseId }: ModuleRow, @Ctx() ctx: Context) {
    const course = await courseById(ctx, courseId);
    return course !== null && canEditCourse(ctx.viewer, course);
  }

  @Mutation(() => CreateModulePayload, { nullable: true, description: 'Adds a module to a course.' })
  @Access({ scope: 'course:write', on: theCourse('input.courseId'), rule: canEditCourse })
  createModule(@Arg('input', () => CreateModuleInput, { description: 'The new module.' }) input: CreateModuleInput, @Ctx() ctx: Context) {
    const courseId = uuidOf('Course', input.courseId);
    return mutate(
      ctx,
      once(ctx, input, (em) => addModule(em, courseId, input)),
      async (id) => ({ module: await moduleById(ctx, id), course: await courseById(ctx, courseId) }),
    );
  }

  @Mutation(() => UpdateModulePayload, { nullable: true, description: 'Changes a module.' })
  @Access({ scope: 'course:write', on: theModule('input.id'), rule: canEditCourse })
  updateModule(@Arg('input', () => UpdateModuleInput, { description: 'What changes.' }) input: UpdateModuleInput, @Ctx() ctx: Context) {
    const id = uuidOf('Module', input.id);
    return mutate(
      ctx,
      (em) => editModule(em, id, input, viewerId(ctx)),
      async () => ({ module: await moduleById(ctx, id) }),
    );
  }

  @Mutation(() => DeleteModulePayload, {
    nullable: true,
    description: 'Puts a module with its contents into the trash for 30 days; its place is free at once.',
  })
  @Access({ scope: 'course:write', on: theModule('input.id'), rule: canEditCourse })
  deleteModule(@Arg('input', () => DeleteModuleInput, { description: 'The module.' }) input: DeleteModuleInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => {
        const module = await presentModule(em, uuidOf('Module', input.id));
        module.moveToTrash(new Date(), viewerId(ctx));
        await tellStructure(em, module.courseId, { deletedModuleIds: [module.id] });
        return module;
      },
      async ({ id, courseId }) => ({ deletedModuleId: globalId('Module', id), course: await courseById(ctx, courseId) }),
    );
  }

  @Mutation(() => MoveModulePayload, {
    nullable: true,
    description: 'Moves a module behind another, whatever was added or moved meanwhile.',
  })
  @Access({ scope: 'course:write', on: theModule('input.id'), rule: canEditCourse })
  moveModule(@Arg('input', () => MoveModuleInput, { description: 'What goes where.' }) input: MoveModuleInput, @Ctx() ctx: Context) {
    const move = { id: uuidOf('Module', input.id), afterId: input.afterId ? uuidOf('Module', input.afterId) : null };
    return mutate(
      ctx,
      async (em) => {
        const { courseId } = await presentModule(em, move.id);
        await placeAfter(em, modulesInCourse, courseId, move);
        await tellStructure(em, courseId, { moduleIds: [move.id] });
        return courseId;
      },
      async (courseId) => ({ module: await moduleById(ctx, move.id), course: await courseById(ctx, courseId) }),
    );
  }

  @Mutation(() => ReorderModulesPayload, {
    nullable: true,
    description: 'Writes an exact permutation of the modules of a course, or refuses it as a whole.',
  })
  @Access({ scope: 'course:write', on: theCourse('input.courseId'), rule: canEditCourse })
  reorderModules(
    @Arg('input', () => ReorderModulesInput, { description: 'The new order.' }) input: ReorderModulesInput,
    @Ctx() ctx: Context,
  ) {
    const courseId = uuidOf('Course', input.courseId);
    const ids = input.ids.map((id) => uuidOf('Module', id));
    return mutateAtOnce(
      ctx,
      (actor) => reorder(actor, modulesInCourse, { parentId: courseId, ids, notice: structureNotice(courseId) }),
      async () => ({ course: await courseById(ctx, courseId) }),
    );
  }

  @Mutation(() => SaveModulesPayload, {
    nullable: true,
    description:
      'Renames, describes, adds and deletes modules of a course as a whole: when one of them is refused nothing is changed, and each wrong field is told by a path such as `modules.3.title`.',
  })
  @Access({ scope: 'course:write', on: theCourse('input.courseId'), rule: canEditCourse })
  saveModules(
    @Arg('input', () => SaveModulesInput, { description: 'What becomes of them.' }) input: SaveModulesInput,
    @Ctx() ctx: Context,
  ) {
    const courseId = uuidOf('Course', input.courseId);
    return mutate(
      ctx,
      once(ctx, input, async (em) => {
        await saveModules(em, viewerId(ctx), courseId, input);
        return courseId;
      }),
      async () => ({ course: await courseById(ctx, courseId) }),
    );
  }
}

/** What modules add to a course, which need not know of them. */
@Resolver(() => Course)
export class CourseModulesResolver {
  @FieldResolver(() => [Module], {
    nullable: true,
    description:
      'In their order, at most 100. Null, without an error, for who may not see the outline: a student of a course that went back to draft.',
  })
  modules(@Root() course: CourseRow, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo) {
    if (!canViewOutline(ctx.viewer, course)) return null;
    return modulesOfCourse(ctx, course.id, {
      withDescription: asksFor(info, 'description'),
      withDrafts: isStaffOf(ctx.viewer, course),
    });
  }
}
