import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { connection } from '../kernel/connection.ts';
import { loaderByArguments, valueByKey } from '../kernel/loaders.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { OrderDirection, type OrderKey, type PageArgs, page, pagesByParent } from '../kernel/paging.ts';
import { isAny } from '../kernel/any-of.ts';
import { type CourseFilter, type CourseOrder, CourseOrderField } from './course.input.ts';
import { canReadAnyCourse, ownerIdOf } from './course.policy.ts';
import { askedFor, foundBy, relevanceOrder } from './course-search.queries.ts';
import { columnsFor, selectCourses } from './course.queries.ts';

const keys: Record<CourseOrderField, Omit<OrderKey, 'direction'>> = {
  [CourseOrderField.TITLE]: { column: 'title', type: 'words' },
  [CourseOrderField.PUBLISHED_AT]: { column: 'listedAt', type: 'timestamptz' },
  [CourseOrderField.UPDATED_AT]: { column: 'updatedAt', type: 'timestamptz' },
  [CourseOrderField.STUDENT_COUNT]: { column: 'studentCount', type: 'bigint' },
};

const newestFirst: OrderKey = { ...keys[CourseOrderField.PUBLISHED_AT], direction: OrderDirection.DESC };

/** An order's keys; the newest first when none is asked for, and always the id last. */
export function orderKeys(orderBy: readonly CourseOrder[] | null | undefined, byDefault: OrderKey = newestFirst): OrderKey[] {
  const asked = orderBy?.length ? orderBy.map(({ field, direction }) => ({ ...keys[field], direction })) : [byDefault];
  return [...asked, { column: 'id', type: 'uuid', direction: OrderDirection.ASC }];
}

/** Whether the query names a field. */
export type AsksFor = (field: string) => boolean;

/** For lists inside of lists: overviews, and no one the list itself belongs to. */
const overviews: AsksFor = (field) => field === 'overview';

/** The columns that only an order needs are computed only for it; the rest as the query asks. */
export function listOf(ctx: Context, order: readonly OrderKey[], asksFor: AsksFor = overviews) {
  const needs = (column: string) => order.some((key) => key.column === column);
  return selectCourses(ctx, columnsFor(asksFor))
    .$if(needs('listedAt'), (query) => query.select(sql<Date>`coalesce(course.published_at, course.created_at)`.as('listedAt')))
    .$if(needs('studentCount'), (query) =>
      query.select(
        sql<number>`(select count(*) from enrolment where enrolment.course_id = course.id and enrolment.left_at is null)`.as(
          'studentCount',
        ),
      ),
    );
}

interface NestedListArgs extends PageArgs {
  readonly orderBy?: readonly CourseOrder[] | null;
}

export interface CourseListArgs extends NestedListArgs {
  readonly search?: string | null;
  readonly filter?: CourseFilter | null;
}

/** The catalogue holds published courses alone, whoever asks. */
const isInCatalogue = sql<boolean>`course.status = 'published' and course.deleted_at is null`;

/** What of an owner's courses the viewer may know of: the published ones, and all of them for the owner and who reads any. */
const isKnown = (ctx: Context) =>
  canReadAnyCourse(ctx.viewer)
    ? sql<boolean>`course.deleted_at is null`
    : sql<boolean>`course.deleted_at is null and (course.status = 'published' or course.owner_id = ${ownerIdOf(ctx.viewer)})`;

function matches(filter: CourseFilter | null | undefined) {
  const conditions = [isInCatalogue];
  if (filter?.subjectId) conditions.push(sql`course.subject_id = ${uuidOf('Subject', filter.subjectId)}`);
  if (filter?.subjectSlug) conditions.push(sql`course.subject_id = (select id from subject where slug = ${filter.subjectSlug})`);
  if (filter?.ownerId) conditions.push(sql`course.owner_id = ${uuidOf('User', filter.ownerId)}`);
  if (filter?.language) conditions.push(sql`course.language = ${filter.language}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

export async function countCourses(ctx: Context, condition: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from course where ${condition}`.execute(ctx.db);
  return Number(rows[0]?.count ?? 0);
}

export interface CoursesInLanguage {
  readonly code: string;
  readonly courseCount: number;
}

/** The languages of what `courses` finds by the same search and filter, but for the language that the filter names: the most courses first. */
export async function languagesOfCourses(ctx: Context, { search, filter }: Pick<CourseListArgs, 'search' | 'filter'>) {
  const asked = askedFor(search);
  const isFound = asked === null ? sql`true` : sql`course.id in (select course_id from ${foundBy(asked)})`;
  const { rows } = await sql<CoursesInLanguage>`select language as code, count(*)::int as "courseCount" from course
    where ${matches({ ...filter, language: null })} and ${isFound} group by language order by count(*) desc, language`.execute(ctx.db);
  return rows;
}

export async function publishedCourses(ctx: Context, { search, filter, ...list }: CourseListArgs, asksFor: AsksFor) {
  const condition = matches(filter);
  const asked = askedFor(search);
  if (asked !== null) return searchedCourses(ctx, asked, condition, { ...list, asksFor });
  const { orderBy, ...args } = list;
  const withCursors = ['cursor', 'startCursor', 'endCursor'].some(asksFor);
  const order = orderKeys(orderBy);
  const found = listOf(ctx, order, asksFor).where(condition);
  return connection(await page(ctx.db, found, order, { ...args, withCursors }), () => countCourses(ctx, condition));
}

/** Those of them that a search finds, the best first unless another order is asked for. */
async function searchedCourses(
  ctx: Context,
  asked: string,
  condition: RawBuilder<boolean>,
  { orderBy, asksFor, ...args }: NestedListArgs & { asksFor: AsksFor },
) {
  const order = orderKeys(orderBy, relevanceOrder);
  const list = listOf(ctx, order, asksFor)
    .where(condition)
    .innerJoin(foundBy(asked), 'found.course_id', 'course.id')
    .select('found.relevance');
  const isFound = sql<boolean>`${condition} and course.id in (select course_id from ${foundBy(asked)})`;
  return connection(await page(ctx.db, list, order, args), () => countCourses(ctx, isFound));
}

/** The published courses of many subjects at once. */
export const coursesOfSubject = loaderByArguments(async (ctx: Context, subjectIds, { orderBy, ...args }: NestedListArgs) => {
  const order = orderKeys(orderBy);
  const list = listOf(ctx, order)
    .where(isInCatalogue)
    .where(isAny('course.subject_id', subjectIds))
    .select('course.subject_id as parentId');
  const pages = await pagesByParent(ctx.db, list, order, { parentIds: subjectIds, args });
  return new Map([...pages].map(([id, found]) => [id, connection(found, () => courseCountOfSubject(ctx, id))]));
});

/** The courses of many instructors at once, as far as the viewer may know of them. */
export const coursesOfOwner = loaderByArguments(async (ctx: Context, ownerIds, { orderBy, ...args }: NestedListArgs) => {
  const order = orderKeys(orderBy);
  const list = listOf(ctx, order).where(isKnown(ctx)).where(isAny('course.owner_id', ownerIds)).select('course.owner_id as parentId');
  const pages = await pagesByParent(ctx.db, list, order, { parentIds: ownerIds, args });
  return new Map([...pages].map(([id, found]) => [id, connection(found, () => courseCountOfOwner(ctx, id))]));
});

/** How many courses stand behind each of many subjects or owners. */
const countBy = (column: 'subject_id' | 'owner_id', condition: (ctx: Context) => RawBuilder<boolean>) =>
  valueByKey(async (ctx: Context, keys) => {
    const { rows } = await sql<{ key: string; count: string }>`select ${sql.ref(column)} as key, count(*) as count from course
      where ${condition(ctx)} and ${isAny(column, keys)} group by ${sql.ref(column)}`.execute(ctx.db);
    return new Map(rows.map(({ key, count: found }) => [key, Number(found)]));
  }, 0);

/** How many published courses a subject has. */
export const courseCountOfSubject = countBy('subject_id', () => isInCatalogue);

/** How many courses of an owner the viewer may know of. */
const courseCountOfOwner = countBy('owner_id', isKnown);
