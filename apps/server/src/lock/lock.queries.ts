import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { canReadAnyCourse, ownerIdOf } from '../course/course.policy.ts';
import { isEnrolledIn, isPreviewOf } from '../course/course.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { rowById, valueByKey } from '../kernel/loaders.ts';

/** The tables whose rows may wait for something. */
type Lockable = 'module' | 'content';

const waitsForDate = (table: Lockable) => sql<boolean>`coalesce(${sql.ref(`${table}.available_from`)} > now(), false)`;

/** A module that students do not see, or that holds nothing for them, keeps nothing locked: nobody could ever do it. */
const waitsForModule = (ctx: Context, table: Lockable) => sql<boolean>`(${sql.ref(`${table}.after_module_id`)} is not null and exists (
  select from content as asked join module as first on first.id = asked.module_id
  left join completion on completion.content_id = asked.id and completion.student_id = ${ctx.viewer?.userId ?? null}
  where first.id = ${sql.ref(`${table}.after_module_id`)} and completion.content_id is null
  and first.deleted_at is null and first.status = 'published' and asked.deleted_at is null and asked.status = 'published'))`;

const isLocked = (ctx: Context, table: Lockable) => sql<boolean>`(${waitsForDate(table)} or ${waitsForModule(ctx, table)})`;

/** Rows of module and content whose content the viewer may read now, provided that they read the course: locks hold for students alone. */
export const isOpen = (ctx: Context): RawBuilder<boolean> =>
  canReadAnyCourse(ctx.viewer)
    ? sql<boolean>`true`
    : sql<boolean>`(course.owner_id is not distinct from ${ownerIdOf(ctx.viewer)} or not (${isLocked(ctx, 'module')} or ${isLocked(ctx, 'content')}))`;

/** Why something is locked: at least one of both. */
export interface Reasons {
  readonly afterModuleIds: readonly string[];
  readonly availableFrom: Date | null;
}

const dateOf = (table: Lockable) => sql`case when ${waitsForDate(table)} then ${sql.ref(`${table}.available_from`)} end`;
const moduleOf = (ctx: Context, table: Lockable) =>
  sql`case when ${waitsForModule(ctx, table)} then ${sql.ref(`${table}.after_module_id`)} end`;

/** What keeps each of these from the viewer, a student of the course; null for what is open. A content is locked with its module. */
const reasonsOf = (table: Lockable) =>
  valueByKey<Context, Reasons | null>(async (ctx, ids) => {
    if (ctx.viewer === null || canReadAnyCourse(ctx.viewer)) return new Map();
    const tables: Lockable[] = table === 'module' ? ['module'] : ['module', 'content'];
    const content = table === 'module' ? sql`` : sql`join content on content.module_id = module.id`;
    const { rows } = await sql<{ id: string; afterModuleIds: string[]; availableFrom: Date | null }>`
      select * from (
        select ${sql.ref(`${table}.id`)} as id,
          array(select distinct id from unnest(array[${sql.join(tables.map((each) => moduleOf(ctx, each)))}]::uuid[]) as id where id is not null) as "afterModuleIds",
          greatest(${sql.join(tables.map(dateOf))}) as "availableFrom"
        from module join course on course.id = module.course_id ${content}
        where ${isAny(`${table}.id`, ids)} and course.owner_id is distinct from ${ownerIdOf(ctx.viewer)}
        and (${isEnrolledIn(ctx, 'course.id')} or ${isPreviewOf(ctx, 'course.owner_id')})
      ) locked where "availableFrom" is not null or "afterModuleIds" <> '{}'`.execute(ctx.db);
    return new Map(rows.map(({ id, ...reasons }) => [id, reasons]));
  }, null);

export interface LockRow {
  readonly id: string;
  readonly afterModuleId: string | null;
  readonly availableFrom: Date | null;
}

const lockOf = (table: Lockable) =>
  rowById<Context, LockRow>((ctx, ids) =>
    ctx.db
      .selectFrom(table)
      .select(['id', 'after_module_id as afterModuleId', 'available_from as availableFrom'])
      .where(isAny('id', ids))
      .where((where) => where.or([where('after_module_id', 'is not', null), where('available_from', 'is not', null)]))
      .execute(),
  );

export const lockOfModule = lockOf('module');
export const lockOfContent = lockOf('content');
export const reasonsOfModule = reasonsOf('module');
export const reasonsOfContent = reasonsOf('content');
