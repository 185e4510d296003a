import type { Context } from '../context.ts';
import { canReadCourse, canViewOutline } from '../course/course.policy.ts';
import { type CourseRow, isShown } from '../course/course.queries.ts';
import type { StructureEvent } from '../course/structure-event.ts';
import { isAny } from '../kernel/any-of.ts';
import { globalId } from '../kernel/global-id.ts';
import { moduleById } from '../module/module.queries.ts';
import { contentById } from './content.queries.ts';

const present = <Row>(rows: readonly (Row | null)[]): Row[] => rows.filter((row) => row !== null);

/** Modules of the event that the viewer sees now. */
async function seenModules(ctx: Context, course: CourseRow, ids: readonly string[]) {
  return canViewOutline(ctx.viewer, course) ? present(await Promise.all(ids.map((id) => moduleById(ctx, id)))) : [];
}

async function readableContents(ctx: Context, course: CourseRow, ids: readonly string[]) {
  return canReadCourse(ctx.viewer, course) ? present(await Promise.all(ids.map((id) => contentById(ctx, id)))) : [];
}

/** Modules that the viewer sees no more: those that went to the trash or back to draft, but not drafts that they never saw. */
async function goneModuleIds(ctx: Context, course: CourseRow, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0 || !canViewOutline(ctx.viewer, course)) return [];
  const seen = new Set((await seenModules(ctx, course, ids)).map(({ id }) => id));
  const rows = await ctx.db
    .selectFrom('module')
    .innerJoin('course', 'course.id', 'module.course_id')
    .select('module.id')
    .where(isAny('module.id', ids))
    .where((where) => where.or([where('module.deleted_at', 'is', null), isShown(ctx, 'module.status')]))
    .execute();
  return rows.filter(({ id }) => !seen.has(id)).map(({ id }) => globalId('Module', id));
}

/** Contents that the viewer reads no more: those that went to the trash or back to draft, of those that they could read. */
async function goneContentIds(ctx: Context, course: CourseRow, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0 || !canReadCourse(ctx.viewer, course)) return [];
  const seen = new Set((await readableContents(ctx, course, ids)).map(({ id }) => id));
  const rows = await ctx.db
    .selectFrom('content')
    .innerJoin('module', 'module.id', 'content.module_id')
    .innerJoin('course', 'course.id', 'module.course_id')
    .select('content.id')
    .where(isAny('content.id', ids))
    .where((where) => where.or([where('content.deleted_at', 'is', null), isShown(ctx, 'content.status')]))
    .where(isShown(ctx, 'module.status'))
    .execute();
  return rows.filter(({ id }) => !seen.has(id)).map(({ id }) => globalId('Content', id));
}

/** An event as far as the viewer may know of it, by their rights at this moment. */
export async function seenStructureChange(ctx: Context, course: CourseRow, event: StructureEvent) {
  const [modules, contents, deletedModuleIds, deletedContentIds] = await Promise.all([
    seenModules(ctx, course, event.moduleIds),
    readableContents(ctx, course, event.contentIds),
    goneModuleIds(ctx, course, event.deletedModuleIds),
    goneContentIds(ctx, course, event.deletedContentIds),
  ]);
  return { course, modules, contents, deletedModuleIds, deletedContentIds };
}
