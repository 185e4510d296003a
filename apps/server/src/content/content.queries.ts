import type { Context } from '../context.ts';
import { type CourseFacts, canReadCourse, canViewOutline } from '../course/course.policy.ts';
import { type CourseRow, courseById, isShown } from '../course/course.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { rowById, rowsByKey } from '../kernel/loaders.ts';
import { isOpen } from '../lock/lock.queries.ts';

/** What a row of a content holds; its tables are joined with those of its module and course. */
export const contentColumns = [
  'content.id',
  'content.module_id as moduleId',
  'course.id as courseId',
  'content.position',
  'content.status',
] as const;

/** Contents that the viewer may be shown, provided that they read the course. */
const selectContents = (ctx: Context) =>
  ctx.db
    .selectFrom('content')
    .innerJoin('module', 'module.id', 'content.module_id')
    .innerJoin('course', 'course.id', 'module.course_id')
    .where('content.deleted_at', 'is', null)
    .where('module.deleted_at', 'is', null)
    .where('course.deleted_at', 'is', null)
    .where(isShown(ctx, 'content.status'))
    .where(isShown(ctx, 'module.status'))
    .select(contentColumns)
    .select(isOpen(ctx).as('isOpen'));

export type ContentRow = Awaited<ReturnType<ReturnType<typeof selectContents>['execute']>>[number];

export const contentById = rowById((ctx: Context, ids) => selectContents(ctx).where(isAny('content.id', ids)).execute());

export const contentsOfModule = rowsByKey(
  (row: ContentRow) => row.moduleId,
  (ctx: Context, moduleIds) =>
    selectContents(ctx).where(isAny('content.module_id', moduleIds)).orderBy('content.position').orderBy('content.id').execute(),
);

/** What is told of a module's contents to whoever sees the outline, in their order. */
export const previewsOfModule = rowsByKey(
  (row: { moduleId: string; kind: string; title: string }) => row.moduleId,
  (ctx: Context, moduleIds) =>
    selectContents(ctx)
      .innerJoin('item', 'item.id', 'content.id')
      .select(['item.kind', 'item.title'])
      .where(isAny('content.module_id', moduleIds))
      .orderBy('content.position')
      .orderBy('content.id')
      .execute(),
);

/** A content and its course, when the viewer sees the outline of the course. Reading it is another right: `canReadCourse`. */
export async function visibleContent(ctx: Context, id: string): Promise<{ content: ContentRow; course: CourseRow } | null> {
  const content = await contentById(ctx, id);
  const course = content && (await courseById(ctx, content.courseId));
  return content && course && canViewOutline(ctx.viewer, course) ? { content, course } : null;
}

/** The content that an argument names, judged by its course; who may not read the course knows nothing of its contents. */
export const theContent = (path: string): Target<Context, CourseFacts> => ({
  type: 'Content',
  find: async (ctx, args) => (await visibleContent(ctx, uuidOf('Content', argumentAt(args, path))))?.course ?? null,
  canView: canReadCourse,
});
