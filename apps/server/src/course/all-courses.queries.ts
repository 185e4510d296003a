import { searchMaxLength } from '@cursus/rules/search';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { connection } from '../kernel/connection.ts';
import { badUserInput } from '../kernel/errors.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { OrderDirection, type OrderKey, type PageArgs, page } from '../kernel/paging.ts';
import type { AllCourseFilter, CourseOrder } from './course.input.ts';
import { type AsksFor, countCourses, listOf, orderKeys } from './course-list.queries.ts';

export interface AllCourseListArgs extends PageArgs {
  readonly search?: string | null;
  readonly filter?: AllCourseFilter | null;
  readonly orderBy?: readonly CourseOrder[] | null;
}

/** Whether these words hold what is asked for, which is cut to words, so that no sign in it means anything to `like`. */
function holds(words: ReturnType<typeof sql>, search: string | null | undefined) {
  const asked = search?.trim() ?? '';
  if (asked.length > searchMaxLength) throw badUserInput(`\`search\` has at most ${searchMaxLength} characters.`);
  return asked === '' ? sql<boolean>`true` : sql<boolean>`search_words(${words}) like concat('%', search_words(${asked}), '%')`;
}

const owner = sql`(select concat_ws(' ', profile.first_name, profile.last_name) from profile where profile.user_id = course.owner_id)`;

function matches({ search, filter }: AllCourseListArgs) {
  const conditions = [sql`course.deleted_at is null`, holds(sql`concat_ws(' ', course.title, course.slug, ${owner})`, search)];
  if (filter?.status) conditions.push(sql`course.status = ${filter.status}`);
  if (filter?.subjectId) conditions.push(sql`course.subject_id = ${uuidOf('Subject', filter.subjectId)}`);
  if (filter?.ownerId) conditions.push(sql`course.owner_id = ${uuidOf('User', filter.ownerId)}`);
  if (filter?.language) conditions.push(sql`course.language = ${filter.language}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Every course that is not in the trash, whatever its status: for who may read any. */
export async function allCourses(ctx: Context, args: AllCourseListArgs, asksFor: AsksFor) {
  const condition = matches(args);
  const order = orderKeys(args.orderBy);
  return connection(await page(ctx.db, listOf(ctx, order, asksFor).where(condition), order, args), () => countCourses(ctx, condition));
}

const byName: readonly OrderKey[] = [
  { column: 'name', type: 'words', direction: OrderDirection.ASC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

export interface CourseOwnerArgs extends PageArgs {
  readonly search?: string | null;
  readonly ids?: readonly string[] | null;
}

/** Who owns a course that is not in the trash, by name. */
export async function courseOwners(ctx: Context, { search, ids, ...args }: CourseOwnerArgs) {
  const found = ctx.db
    .selectFrom('user')
    .innerJoin('profile', 'profile.user_id', 'user.id')
    .select(['user.id', sql<string>`concat_ws(' ', profile.first_name, profile.last_name)`.as('name')])
    .where(sql<boolean>`exists (select from course where course.owner_id = "user".id and course.deleted_at is null)`)
    .where(holds(sql`concat_ws(' ', profile.first_name, profile.last_name)`, search))
    .$if(ids !== null && ids !== undefined, (query) =>
      query.where(
        isAny(
          'user.id',
          (ids ?? []).map((id) => uuidOf('User', id)),
        ),
      ),
    );
  return connection(await page(ctx.db, found, byName, args), async () => {
    const { count } = await ctx.db
      .selectFrom(found.as('found'))
      .select((all) => all.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  });
}
