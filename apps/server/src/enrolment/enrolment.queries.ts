import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { connection } from '../kernel/connection.ts';
import { loaderByArguments, rowById, valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs, pagesByParent } from '../kernel/paging.ts';
import { isFinished, isUnfinished } from '../progress/finished.ts';

/** Who left is kept in the table and seen nowhere. */
export const isPresent = sql<boolean>`course.deleted_at is null and enrolment.left_at is null`;

/** Enrolments at present. */
export const selectEnrolments = (ctx: Context) =>
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
      'enrolment.last_visited_at as lastVisitedAt',
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

const lastFirst = (column: string): OrderKey[] => [
  { column, type: 'timestamptz', direction: OrderDirection.DESC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

/** One of the two sides of an enrolment. */
type Side = 'course_id' | 'student_id';

const countBy = (side: Side, condition: RawBuilder<boolean> = sql<boolean>`true`) =>
  valueByKey(async (ctx: Context, parentIds) => {
    const { rows } = await sql<{ key: string; count: string }>`select ${sql.ref(side)} as key, count(*) as count
      from enrolment join course on course.id = enrolment.course_id
      where ${isPresent} and ${condition} and ${isAny(`enrolment.${side}`, parentIds)} group by ${sql.ref(side)}`.execute(ctx.db);
    return new Map(rows.map(({ key, count }) => [key, Number(count)]));
  }, 0);

const coursesOfStudent = {
  all: countBy('student_id'),
  finished: countBy('student_id', isFinished),
  unfinished: countBy('student_id', isUnfinished),
};

/** What many students follow, the course that was read last first; of it what is finished or not, when that is asked for. */
export const enrolmentsOfStudent = loaderByArguments(
  async (ctx: Context, studentIds, { isFinished: asked, ...args }: PageArgs & { isFinished?: boolean | null }) => {
    const which = asked === true ? 'finished' : asked === false ? 'unfinished' : 'all';
    const list = selectEnrolments(ctx)
      .where(isAny('enrolment.student_id', studentIds))
      .where({ all: sql<boolean>`true`, finished: isFinished, unfinished: isUnfinished }[which])
      .select('enrolment.student_id as parentId')
      .select(sql<Date>`greatest(enrolment.enrolled_at, enrolment.last_visited_at)`.as('usedAt'));
    const pages = await pagesByParent(ctx.db, list, lastFirst('usedAt'), { parentIds: studentIds, args });
    return new Map([...pages].map(([id, page]) => [id, connection(page, () => coursesOfStudent[which](ctx, id))]));
  },
);
