import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { courseById } from '../course/course.queries.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { listed } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { isFinished, isUnfinished } from '../progress/finished.ts';
import { isCalled } from '../user/person-search.queries.ts';
import { canEndEnrolment, canViewEnrolment } from './enrolment.policy.ts';
import { enrolmentById } from './enrolment.queries.ts';
import type { EnrolmentFilter, EnrolmentListArgs } from './student-list.input.ts';
import { enrolmentOrder, selectOrdered } from './student-list.queries.ts';

function matches({ courseId, studentId, isFinished: asked }: EnrolmentFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (courseId) conditions.push(sql`enrolment.course_id = ${uuidOf('Course', courseId)}`);
  if (studentId) conditions.push(sql`enrolment.student_id = ${uuidOf('User', studentId)}`);
  if (typeof asked === 'boolean') conditions.push(asked ? isFinished : isUnfinished);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

const isFoundBy = (ctx: Context, asked: string) =>
  sql<boolean>`(${isCalled(ctx, 'enrolment.student_id', asked)} or ${mentions(sql`course.title`, asked)})`;

/** Everybody's enrolments at present, as far as a search and a filter find them. */
export function enrolmentsOfAll(ctx: Context, { search, filter, orderBy, ...args }: EnrolmentListArgs) {
  const asked = searchedFor(search);
  const order = enrolmentOrder(orderBy);
  const list = selectOrdered(ctx, order)
    .where(matches(filter ?? {}))
    .where(asked === null ? sql<boolean>`true` : isFoundBy(ctx, asked));
  return listed(ctx.db, list, order, args);
}

/** What decides who may see an enrolment, and end it. */
export interface EnrolmentFacts {
  readonly studentId: string;
  readonly isVisible: boolean;
}

/** The enrolment that an argument names. */
export const theEnrolment = (path: string): Target<Context, EnrolmentFacts> => ({
  type: 'Enrolment',
  find: async (ctx, args) => {
    const enrolment = await enrolmentById(ctx, uuidOf('Enrolment', argumentAt(args, path)));
    const course = enrolment && (await courseById(ctx, enrolment.courseId));
    if (enrolment === null || course === null) return null;
    return { studentId: enrolment.studentId, isVisible: canViewEnrolment(ctx.viewer, enrolment, course) };
  },
  canView: (viewer, { studentId, isVisible }) => isVisible || canEndEnrolment(viewer, { studentId }),
});
