import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { valueByKey } from '../kernel/loaders.ts';

export interface ProgressCounts {
  readonly completed: number;
  readonly total: number;
}

const nothing: ProgressCounts = { completed: 0, total: 0 };

/** What counts for progress: contents that a student of the course is shown. Owners and drafts make no difference, so that one number holds everywhere. */
const counted = sql`content.deleted_at is null and content.status = 'published' and module.deleted_at is null and module.status = 'published'`;

/** Done and visible contents of each enrolment. */
export const progressOfEnrolment = valueByKey(async (ctx: Context, enrolmentIds) => {
  const { rows } = await sql<ProgressCounts & { id: string }>`
    select enrolment.id, count(content.id)::int as total, count(completion.content_id)::int as completed
    from enrolment
    join module on module.course_id = enrolment.course_id
    join content on content.module_id = module.id
    left join completion on completion.content_id = content.id and completion.student_id = enrolment.student_id
    where ${isAny('enrolment.id', enrolmentIds)} and ${counted}
    group by enrolment.id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}, nothing);

/** Done and visible contents of each module, for the viewer. */
export const viewerProgressInModule = valueByKey(async (ctx: Context, moduleIds) => {
  const { rows } = await sql<ProgressCounts & { id: string }>`
    select module.id, count(content.id)::int as total, count(completion.content_id)::int as completed
    from module
    join content on content.module_id = module.id
    left join completion on completion.content_id = content.id and completion.student_id = ${ctx.viewer?.userId ?? null}
    where ${isAny('module.id', moduleIds)} and ${counted}
    group by module.id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, row]));
}, nothing);

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
