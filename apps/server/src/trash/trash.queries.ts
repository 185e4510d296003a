import { trashDays } from '@cursus/rules/trash';
import { type Expression, sql } from 'kysely';
import type { Context } from '../context.ts';
import { type CourseFacts, canEditCourse } from '../course/course.policy.ts';
import { courseById, isEnrolledIn } from '../course/course.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { connection } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { loaderByArguments, rowById, valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs, pagesByParent } from '../kernel/paging.ts';
import type { UserRow } from '../user/user.queries.ts';

type TrashTable = 'course' | 'module' | 'content';

const kept = sql`make_interval(days => ${sql.lit(trashDays)})`;

/** Deleted, and not so long ago that it is as good as gone. */
const isInTrash = (table: TrashTable) => sql<boolean>`${sql.ref(`${table}.deleted_at`)} > now() - ${kept}`;

const deletion = (table: TrashTable) =>
  [
    sql<Date>`${sql.ref(`${table}.deleted_at`)}`.as('deletedAt'),
    sql<Date>`${sql.ref(`${table}.deleted_at`)} + ${kept}`.as('expiresAt'),
    sql<UserRow | null>`case when ${sql.ref(`${table}.deleted_by_id`)} is not null
      then json_build_object('id', ${sql.ref(`${table}.deleted_by_id`)}) end`.as('deletedBy'),
  ] as const;

const selectCourses = (ctx: Context) =>
  ctx.db
    .selectFrom('course')
    .where(isInTrash('course'))
    .select(['course.id', 'course.owner_id as ownerId', 'course.status', 'course.title', 'course.slug', 'course.language'])
    .select(isEnrolledIn(ctx, 'course.id').as('isEnrolled'))
    .select(deletion('course'));

/** What is in the trash of a course that is not itself in it. */
const selectModules = (ctx: Context) =>
  ctx.db
    .selectFrom('module')
    .innerJoin('course', 'course.id', 'module.course_id')
    .where('course.deleted_at', 'is', null)
    .where(isInTrash('module'))
    .select(['module.id', 'module.course_id as courseId', 'module.title'])
    .select(
      sql<number>`(select count(*)::int from content where content.module_id = module.id and content.deleted_at is null)`.as(
        'contentCount',
      ),
    )
    .select(deletion('module'));

const selectContents = (ctx: Context) =>
  ctx.db
    .selectFrom('content')
    .innerJoin('item', 'item.id', 'content.id')
    .innerJoin('module', 'module.id', 'content.module_id')
    .innerJoin('course', 'course.id', 'module.course_id')
    .where('course.deleted_at', 'is', null)
    .where(isInTrash('content'))
    .select(['content.id', 'content.module_id as moduleId', 'module.course_id as courseId', 'item.title'])
    .select(deletion('content'));

export type TrashedContentRow = Awaited<ReturnType<ReturnType<typeof selectContents>['execute']>>[number];

const trashedCourseById = rowById((ctx: Context, ids) => selectCourses(ctx).where(isAny('course.id', ids)).execute());
const trashedModuleById = rowById((ctx: Context, ids) => selectModules(ctx).where(isAny('module.id', ids)).execute());
const trashedContentById = rowById((ctx: Context, ids) => selectContents(ctx).where(isAny('content.id', ids)).execute());

const latestFirst: OrderKey[] = [
  { column: 'deletedAt', type: 'timestamptz', direction: OrderDirection.DESC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

/** Pages of what is in the trash of many parents at once; the list's rows name theirs. */
function trashBy<Row extends { parentId: string }>(list: (ctx: Context, parentIds: readonly string[]) => Expression<Row>) {
  const count = valueByKey(async (ctx: Context, parentIds) => {
    const { rows } = await sql<{ key: string; count: string }>`select trashed."parentId" as key, count(*) as count
      from (${list(ctx, parentIds)}) trashed group by 1`.execute(ctx.db);
    return new Map(rows.map((row) => [row.key, Number(row.count)]));
  }, 0);
  return loaderByArguments(async (ctx: Context, parentIds, args: PageArgs) => {
    const pages = await pagesByParent(ctx.db, list(ctx, parentIds), latestFirst, { parentIds, args });
    return new Map([...pages].map(([id, found]) => [id, connection(found, () => count(ctx, id))]));
  });
}

export const trashedCoursesOfOwner = trashBy((ctx, ownerIds) =>
  selectCourses(ctx).where(isAny('course.owner_id', ownerIds)).select('course.owner_id as parentId'),
);
export const trashedModulesOfCourse = trashBy((ctx, courseIds) =>
  selectModules(ctx).where(isAny('module.course_id', courseIds)).select('module.course_id as parentId'),
);
export const trashedContentsOfCourse = trashBy((ctx, courseIds) =>
  selectContents(ctx).where(isAny('module.course_id', courseIds)).select('module.course_id as parentId'),
);

/** What is in the trash is judged by its course, and known to nobody but who may edit that. */
const inTrash = (type: string, find: Target<Context, CourseFacts>['find']): Target<Context, CourseFacts> => ({
  type,
  find,
  canView: canEditCourse,
});

async function courseOf(ctx: Context, trashed: { courseId: string } | null) {
  return trashed && courseById(ctx, trashed.courseId);
}

export const theTrashedCourse = (path: string) =>
  inTrash('TrashedCourse', (ctx, args) => trashedCourseById(ctx, uuidOf('Course', argumentAt(args, path))));
export const theTrashedModule = (path: string) =>
  inTrash('TrashedModule', async (ctx, args) => courseOf(ctx, await trashedModuleById(ctx, uuidOf('Module', argumentAt(args, path)))));
export const theTrashedContent = (path: string) =>
  inTrash('TrashedContent', async (ctx, args) => courseOf(ctx, await trashedContentById(ctx, uuidOf('Content', argumentAt(args, path)))));

/** What a node's id names in the trash, for who may edit its course. */
export async function visibleTrashedCourse(ctx: Context, id: string) {
  const course = await trashedCourseById(ctx, id);
  return course && canEditCourse(ctx.viewer, course) ? course : null;
}

async function visibleOf<Row extends { courseId: string }>(ctx: Context, row: Row | null): Promise<Row | null> {
  const course = await courseOf(ctx, row);
  return course && canEditCourse(ctx.viewer, course) ? row : null;
}

export const visibleTrashedModule = async (ctx: Context, id: string) => visibleOf(ctx, await trashedModuleById(ctx, id));
export const visibleTrashedContent = async (ctx: Context, id: string) => visibleOf(ctx, await trashedContentById(ctx, id));
