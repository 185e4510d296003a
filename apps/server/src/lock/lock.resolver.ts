import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Content } from '../content/content.entity.ts';
import { contentById, type ContentRow, theContent } from '../content/content.queries.ts';
import { presentContent } from '../content/present-content.ts';
import type { Context } from '../context.ts';
import { canEditCourse } from '../course/course.policy.ts';
import { tellStructure } from '../course/structure-event.ts';
import { Access } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { Module } from '../module/module.entity.ts';
import { moduleById, type ModuleRow, theModule } from '../module/module.queries.ts';
import { presentModule } from '../module/present-module.ts';
import { Lock, ViewerLock } from './lock.ts';
import { LockContentInput, LockContentPayload, LockModuleInput, LockModulePayload } from './lock.input.ts';
import { lockOfContent, lockOfModule, type LockRow, type Reasons, reasonsOfContent, reasonsOfModule } from './lock.queries.ts';
import { setLock } from './set-lock.ts';

async function told(ctx: Context, lock: LockRow | null) {
  if (lock === null) return null;
  const { afterModuleId, availableFrom } = lock;
  return { afterModule: afterModuleId && (await moduleById(ctx, afterModuleId)), availableFrom };
}

async function viewerLockOf(ctx: Context, reasons: Reasons | null) {
  if (reasons === null) return null;
  const modules = await Promise.all(reasons.afterModuleIds.map((id) => moduleById(ctx, id)));
  return { afterModules: modules.filter((module) => module !== null), availableFrom: reasons.availableFrom };
}

const rest =
  'Its title is still shown, and it counts in progress. Authors and visitors are told null. It opens by the clock or by what the student does, without an event of its own.';

@Resolver(() => Module)
export class ModuleLockResolver {
  @FieldResolver(() => Lock, { nullable: true, description: 'What students wait for; null when it is always open.' })
  async lock(@Root() { id }: ModuleRow, @Ctx() ctx: Context) {
    return told(ctx, await lockOfModule(ctx, id));
  }

  @FieldResolver(() => ViewerLock, {
    nullable: true,
    description: `Why the viewer may not read its contents yet; null when they may. ${rest}`,
  })
  async viewerLock(@Root() { id }: ModuleRow, @Ctx() ctx: Context) {
    return viewerLockOf(ctx, await reasonsOfModule(ctx, id));
  }

  @Mutation(() => LockModulePayload, { nullable: true, description: 'Says what students wait for before they may read a module.' })
  @Access({ scope: 'course:write', on: theModule('input.id'), rule: canEditCourse })
  lockModule(@Arg('input', () => LockModuleInput, { description: 'The lock.' }) input: LockModuleInput, @Ctx() ctx: Context) {
    const id = uuidOf('Module', input.id);
    return mutate(
      ctx,
      async (em) => {
        const module = await presentModule(em, id);
        await setLock(em, module, { courseId: module.courseId, lock: input });
        await tellStructure(em, module.courseId, { moduleIds: [id] });
      },
      async () => ({ module: await moduleById(ctx, id) }),
    );
  }
}

@Resolver(() => Content)
export class ContentLockResolver {
  @FieldResolver(() => Lock, { nullable: true, description: 'What students wait for, apart from its module; null when for nothing.' })
  async lock(@Root() { id }: ContentRow, @Ctx() ctx: Context) {
    return told(ctx, await lockOfContent(ctx, id));
  }

  @FieldResolver(() => ViewerLock, {
    nullable: true,
    description: `Why the viewer may not read it yet, the reasons of its module included; null when they may. Its item is a LockedItem then. ${rest}`,
  })
  async viewerLock(@Root() { id, isOpen }: ContentRow, @Ctx() ctx: Context) {
    return isOpen ? null : viewerLockOf(ctx, await reasonsOfContent(ctx, id));
  }

  @Mutation(() => LockContentPayload, { nullable: true, description: 'Says what students wait for before they may read a content.' })
  @Access({ scope: 'course:write', on: theContent('input.id'), rule: canEditCourse })
  lockContent(@Arg('input', () => LockContentInput, { description: 'The lock.' }) input: LockContentInput, @Ctx() ctx: Context) {
    const id = uuidOf('Content', input.id);
    return mutate(
      ctx,
      async (em) => {
        const { content, courseId } = await presentContent(em, id);
        await setLock(em, content, { courseId, lock: input });
        await tellStructure(em, courseId, { contentIds: [id] });
      },
      async () => ({ content: await contentById(ctx, id) }),
    );
  }
}
