import type { Context } from '../context.ts';
import type { CourseRow } from '../course/course.queries.ts';
import { courseById, isShown } from '../course/course.queries.ts';
import { type CourseFacts, canViewCourse, canViewOutline } from '../course/course.policy.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { loaderByArguments, rowById, valueByKey } from '../kernel/loaders.ts';
import { PublicationStatus } from '../kernel/publication-status.ts';

/** Modules that the viewer may be shown, provided that they see the outline of the course. */
const selectModules = (ctx: Context) =>
  ctx.db
    .selectFrom('module')
    .innerJoin('course', 'course.id', 'module.course_id')
    .where('module.deleted_at', 'is', null)
    .where('course.deleted_at', 'is', null)
    .where(isShown(ctx, 'module.status'))
    .select(['module.id', 'module.course_id as courseId', 'module.title', 'module.position', 'module.status', 'module.description']);

type WholeModuleRow = Awaited<ReturnType<ReturnType<typeof selectModules>['execute']>>[number];

/** The description is there when the query asks for it. */
export type ModuleRow = Omit<WholeModuleRow, 'description'> & Partial<WholeModuleRow>;

export const moduleById = rowById((ctx: Context, ids) => selectModules(ctx).where(isAny('module.id', ids)).execute());

/** What of an outline is read: who may see it at all is asked of the course, which its rows need not know. */
interface OutlineColumns {
  /** Descriptions are the most of its bytes. */
  readonly withDescription: boolean;
  readonly withDrafts: boolean;
}

/** The modules of a course in their order. */
export const modulesOfCourse = loaderByArguments(async (ctx: Context, courseIds, { withDescription, withDrafts }: OutlineColumns) => {
  const rows: ModuleRow[] = await ctx.db
    .selectFrom('module')
    .where(isAny('course_id', courseIds))
    .where('deleted_at', 'is', null)
    .$if(!withDrafts, (query) => query.where('status', '=', PublicationStatus.PUBLISHED))
    .select(['id', 'course_id as courseId', 'title', 'position', 'status'])
    .$if(withDescription, (query) => query.select('description'))
    .orderBy('position')
    .orderBy('id')
    .execute();
  const found = Map.groupBy(rows, ({ courseId }) => courseId);
  return new Map(courseIds.map((id) => [id, found.get(id) ?? []]));
});

/** How many contents of the module the viewer may be shown. */
export const contentCountOfModule = valueByKey(async (ctx: Context, ids) => {
  const rows = await ctx.db
    .selectFrom('content')
    .innerJoin('module', 'module.id', 'content.module_id')
    .innerJoin('course', 'course.id', 'module.course_id')
    .where(isAny('content.module_id', ids))
    .where('content.deleted_at', 'is', null)
    .where(isShown(ctx, 'content.status'))
    .groupBy('content.module_id')
    .select(['content.module_id as moduleId', (count) => count.fn.countAll<string>().as('contents')])
    .execute();
  return new Map(rows.map((row) => [row.moduleId, Number(row.contents)]));
}, 0);

export interface ModuleWithCourse {
  readonly module: ModuleRow;
  readonly course: CourseRow;
}

/** A module and its course, when the viewer sees the outline that it stands in. */
export async function visibleModule(ctx: Context, id: string): Promise<ModuleWithCourse | null> {
  const module = await moduleById(ctx, id);
  const course = module && (await courseById(ctx, module.courseId));
  return module && course && canViewOutline(ctx.viewer, course) ? { module, course } : null;
}

/** The module that an argument names, judged by its course. */
export const theModule = (path: string): Target<Context, CourseFacts> => ({
  type: 'Module',
  find: async (ctx, args) => (await visibleModule(ctx, uuidOf('Module', argumentAt(args, path))))?.course ?? null,
  canView: canViewCourse,
});
