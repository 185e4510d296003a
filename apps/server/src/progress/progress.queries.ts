import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { contentColumns } from '../content/content.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { connection } from '../kernel/connection.ts';
import { loaderByArguments, valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs, pagesByParent } from '../kernel/paging.ts';
import { isOpen } from '../lock/lock.queries.ts';
import { counted } from './finished.ts';

interface ProgressCounts {
  readonly completed: number;
  readonly total: number;
}

interface ProgressOfEnrolment extends ProgressCounts {
  /** When the last content was done. */
  readonly lastDoneAt: Date | null;
}

const nothing: ProgressOfEnrolment = { completed: 0, total: 0, lastDoneAt: null };

/** Done and visible contents of each enrolment. */
export const progressOfEnrolment = valueByKey(async (ctx: Context, enrolmentIds) => {
  const { rows } = await sql<ProgressOfEnrolment & { id: string }>`
    select enrolment.id, count(content.id)::int as total, count(completion.content_id)::int as completed, max(completion.completed_at) as "lastDoneAt"
    from enrolment
    join module on module.course_id = enrolment.course_id
    join content on content.module_id = module.id
    left join completion on completion.content_id = content.id and completion.student_id = enrolment.student_id
    where ${isAny('enrolment.id', enrolmentIds)} and ${counted}
    group by enrolment.id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}, nothing);

const inCourseOrder: OrderKey[] = ['modulePosition', 'position', 'id'].map((column) => ({
  column,
  type: column === 'id' ? 'uuid' : 'bigint',
  direction: OrderDirection.ASC,
}));

/** What each enrolment has left: the contents that count and are not done, in the order of the course. */
export const contentsLeftOf = loaderByArguments(async (ctx: Context, enrolmentIds, args: PageArgs) => {
  const list = ctx.db
    .selectFrom('enrolment')
    .innerJoin('module', 'module.course_id', 'enrolment.course_id')
    .innerJoin('content', 'content.module_id', 'module.id')
    .innerJoin('course', 'course.id', 'module.course_id')
    .where(isAny('enrolment.id', enrolmentIds))
    .where(counted)
    .where(
      sql<boolean>`not exists (select from completion where completion.content_id = content.id and completion.student_id = enrolment.student_id)`,
    )
    .select(contentColumns)
    .select(isOpen(ctx).as('isOpen'))
    .select(['module.position as modulePosition', 'enrolment.id as parentId']);
  const pages = await pagesByParent(ctx.db, list, inCourseOrder, { parentIds: enrolmentIds, args });
  const countLeft = async (id: string): Promise<number> => {
    const { total, completed } = await progressOfEnrolment(ctx, id);
    return total - completed;
  };
  return new Map([...pages].map(([id, page]) => [id, connection(page, () => countLeft(id))]));
});

/** Done and visible contents of each module, for the viewer. */
export const viewerProgressInModule = valueByKey(async (ctx: Context, moduleIds) => {
  const { rows } = await sql<ProgressCounts & { id: string }>`
    select module.id, count(content.id)::int as total, count(completion.content_id)::int as completed
    from module
    join content on content.module_id = module.id
    left join completion on completion.content_id = content.id and completion.student_id = ${ctx.viewer?.userId ?? null}
    where ${isAny('module.id', moduleIds)} and ${counted}
    group by module.id`.execute(ctx.db);
  return new Map<string, ProgressCounts>(rows.map((row) => [row.id, row]));
}, nothing);

/** Where the viewer is in each film of the school that they began. */
export const viewerPlayback = valueByKey<Context, number | null>(async (ctx, contentIds) => {
  if (ctx.viewer === null) return new Map();
  const rows = await ctx.db
    .selectFrom('playback')
    .select(['content_id as contentId', 'seconds'])
    .where('student_id', '=', ctx.viewer.userId)
    .where(isAny('content_id', contentIds))
    .execute();
  return new Map(rows.map(({ contentId, seconds }) => [contentId, seconds]));
}, null);

/** Whether the viewer has done each content. */
export const viewerHasCompleted = valueByKey(async (ctx: Context, contentIds) => {
  if (ctx.viewer === null) return new Map<string, boolean>();
  const rows = await ctx.db
    .selectFrom('completion')
    .select('content_id as contentId')
    .where('student_id', '=', ctx.viewer.userId)
    .where(isAny('content_id', contentIds))
    .execute();
  return new Map(rows.map(({ contentId }) => [contentId, true]));
}, false);
