import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { connection } from '../kernel/connection.ts';
import { loaderByArguments, rowById, valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs, pagesByParent } from '../kernel/paging.ts';

/** Enrolments at present: who left is kept in the table and seen nowhere. */
const selectEnrolments = (ctx: Context) =>
  ctx.db
    .selectFrom('enrolment')
    .innerJoin('course', 'course.id', 'enrolment.course_id')
    .where('course.deleted_at', 'is', null)
    .where('enrolment.left_at', 'is', null)
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

/** Pages of enrolments by one of the two sides, for many parents at once. */
const enrolmentsBy = (column: 'course_id' | 'student_id') =>
  loaderByArguments(async (ctx: Context, parentIds, args: PageArgs) => {
    const list = selectEnrolments(ctx)
      .where(isAny(`enrolment.${column}`, parentIds))
      .select(`enrolment.${column} as parentId`);
    const pages = await pagesByParent(ctx.db, list, newestFirst, { parentIds, args });
    const count = async (parentId: string) => {
      const { rows } = await sql<{ count: string }>`select count(*) as count from (${selectEnrolments(ctx).where(
        `enrolment.${column}`,
        '=',
        parentId,
      )}) present`.execute(ctx.db);
      return Number(rows[0]?.count ?? 0);
    };
    return new Map([...pages].map(([id, page]) => [id, connection(page, () => count(id))]));
  });

export const enrolmentsOfCourse = enrolmentsBy('course_id');
export const enrolmentsOfStudent = enrolmentsBy('student_id');
