import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { connection } from '../kernel/connection.ts';
import { loaderByArguments, rowById, valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs, pagesByParent } from '../kernel/paging.ts';

/** Who left is kept in the table and seen nowhere. */
const isPresent = sql<boolean>`course.deleted_at is null and enrolment.left_at is null`;

/** Enrolments at present. */
const selectEnrolments = (ctx: Context) =>
  ctx.db
    .selectFrom('enrolment')
    .innerJoin('course', 'course.id', 'enrolment.course_id')
    .where(isPresent)
    .select([
      'enrolment.id',
      'enrolment.course_id as courseId',
      'enrolment.student_id as studentId',
      'enrolment.enrolled_at as enrolledAt',
      'enrolment.last_content_id as lastContentId',
    ]);

export type EnrolmentRow = Awaited<ReturnType<ReturnType<typeof selectEnrolments>['execute']>>[number];

export const enrolmentById = rowById((ctx: Context, ids) => selectEnrolments(ctx).where(isAny('enrolment.id', ids)).execute());

/** The viewer's own enrolment in a course. */
export const viewerEnrolmentIn = valueByKey<Context, EnrolmentRow | null>(async (ctx, courseIds) => {
  if (ctx.viewer === null) return new Map();
  const rows = await selectEnrolments(ctx)
    .where('enrolment.student_id', '=', ctx.viewer.userId)
    .where(isAny('enrolment.course_id', courseIds))
    .execute();
  return new Map(rows.map((row) => [row.courseId, row]));
}, null);

const newestFirst: OrderKey[] = [
  { column: 'enrolledAt', type: 'timestamptz', direction: OrderDirection.DESC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

/** One of the two sides of an enrolment. */
type Side = 'course_id' | 'student_id';

const countBy = (side: Side) =>
  valueByKey(async (ctx: Context, parentIds) => {
    const { rows } = await sql<{ key: string; count: string }>`select ${sql.ref(side)} as key, count(*) as count
      from enrolment join course on course.id = enrolment.course_id
      where ${isPresent} and ${isAny(`enrolment.${side}`, parentIds)} group by ${sql.ref(side)}`.execute(ctx.db);
    return new Map(rows.map(({ key, count }) => [key, Number(count)]));
  }, 0);

/** Pages of enrolments by one of the two sides, for many parents at once. */
function enrolmentsBy(side: Side) {
  const count = countBy(side);
  return loaderByArguments(async (ctx: Context, parentIds, args: PageArgs) => {
    const list = selectEnrolments(ctx)
      .where(isAny(`enrolment.${side}`, parentIds))
      .select(`enrolment.${side} as parentId`);
    const pages = await pagesByParent(ctx.db, list, newestFirst, { parentIds, args });
    return new Map([...pages].map(([id, page]) => [id, connection(page, () => count(ctx, id))]));
  });
}

export const enrolmentsOfCourse = enrolmentsBy('course_id');
export const enrolmentsOfStudent = enrolmentsBy('student_id');
