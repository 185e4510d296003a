import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { connection } from '../kernel/connection.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { loaderByArguments, valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, pagesByParent } from '../kernel/paging.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { counted } from '../progress/finished.ts';
import { nameOf } from '../user/person-search.queries.ts';
import { isPresent, selectEnrolments } from './enrolment.queries.ts';
import { EnrolmentOrderField, type StudentListArgs } from './student-list.input.ts';

const keys: OrderColumns<EnrolmentOrderField> = {
  [EnrolmentOrderField.ENROLLED_AT]: { column: 'enrolledAt', type: 'timestamptz' },
  [EnrolmentOrderField.LAST_ACTIVE_AT]: { column: 'lastActiveAt', type: 'timestamptz' },
  [EnrolmentOrderField.NAME]: { column: 'name', type: 'words' },
  [EnrolmentOrderField.PROGRESS]: { column: 'percent', type: 'bigint' },
};

/** When a student was last seen to do something in the course: enrolled, opened or did a content. */
const lastActiveAt = sql<Date>`greatest(enrolment.enrolled_at, enrolment.last_visited_at, (
  select max(completion.completed_at) from completion join content on content.id = completion.content_id
  join module on module.id = content.module_id
  where module.course_id = enrolment.course_id and completion.student_id = enrolment.student_id))`;

const percent = sql<number>`(select coalesce(count(completion.content_id) * 100 / nullif(count(*), 0), 0)
  from module join content on content.module_id = module.id
  left join completion on completion.content_id = content.id and completion.student_id = enrolment.student_id
  where module.course_id = enrolment.course_id and ${counted})`;

/** Who is called so. */
function isCalled(search: string | null | undefined) {
  const asked = searchedFor(search);
  if (asked === null) return sql<boolean>`true`;
  const names = sql<string>`concat_ws(' ', profile.first_name, profile.last_name, "user".username)`;
  return sql<boolean>`exists (select from profile join "user" on "user".id = profile.user_id
    where profile.user_id = enrolment.student_id and ${mentions(names, asked)})`;
}

const countOfStudents = loaderByArguments(async (ctx: Context, courseIds, { search }: Pick<StudentListArgs, 'search'>) => {
  const { rows } = await sql<{ id: string; count: string }>`select enrolment.course_id as id, count(*) as count
    from enrolment join course on course.id = enrolment.course_id
    where ${isPresent} and ${isAny('enrolment.course_id', courseIds)} and ${isCalled(search)} group by 1`.execute(ctx.db);
  const found = new Map(rows.map(({ id, count }) => [id, Number(count)]));
  return new Map(courseIds.map((id) => [id, found.get(id) ?? 0]));
});

export const enrolmentOrder = (orderBy: StudentListArgs['orderBy']): OrderKey[] =>
  orderKeysOf(keys, orderBy, { field: EnrolmentOrderField.ENROLLED_AT, direction: OrderDirection.DESC });

/** Enrolments at present. What only an order needs is computed for it alone. */
export function selectOrdered(ctx: Context, order: readonly OrderKey[]) {
  const needs = (column: string) => order.some((key) => key.column === column);
  return selectEnrolments(ctx)
    .$if(needs('lastActiveAt'), (query) => query.select(lastActiveAt.as('lastActiveAt')))
    .$if(needs('percent'), (query) => query.select(percent.as('percent')))
    .$if(needs('name'), (query) => query.select(nameOf('enrolment.student_id').as('name')));
}

/** Who is enrolled in many courses at once, as far as a search finds them. */
export const studentsOfCourse = loaderByArguments(async (ctx: Context, courseIds, { search, orderBy, ...args }: StudentListArgs) => {
  const order = enrolmentOrder(orderBy);
  const list = selectOrdered(ctx, order)
    .where(isAny('enrolment.course_id', courseIds))
    .where(isCalled(search))
    .select('enrolment.course_id as parentId');
  const pages = await pagesByParent(ctx.db, list, order, { parentIds: courseIds, args });
  return new Map([...pages].map(([id, page]) => [id, connection(page, () => countOfStudents(ctx, id, { search: search ?? null }))]));
});

export const lastActiveOf = valueByKey<Context, Date | null>(async (ctx, enrolmentIds) => {
  const { rows } = await sql<{ id: string; at: Date }>`select enrolment.id, ${lastActiveAt} as at from enrolment
    where ${isAny('enrolment.id', enrolmentIds)}`.execute(ctx.db);
  return new Map(rows.map(({ id, at }) => [id, at]));
}, null);
