import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { rowById, valueByKey } from '../kernel/loaders.ts';
import { subjectById } from '../subject/subject.queries.ts';
import type { UserRow } from '../user/user.queries.ts';
import { type CourseFacts, canReadAnyCourse, canViewCourse, ownerIdOf, previewedOwner } from './course.policy.ts';

/** Whether the viewer is enrolled in the course of this row. */
export const isEnrolledIn = (ctx: Context, courseId: string) =>
  sql<boolean>`exists (select from enrolment where enrolment.course_id = ${sql.ref(courseId)}
    and enrolment.student_id = ${ctx.viewer?.userId ?? null} and enrolment.left_at is null)`;

/** Whether the viewer sees the courses of this owner as a student would, though they see all of them. */
export function isPreviewOf(ctx: Context, ownerId: string) {
  const owner = previewedOwner(ctx.viewer);
  if (owner === undefined) return sql<boolean>`false`;
  return owner === null ? sql<boolean>`true` : sql<boolean>`(${sql.ref(ownerId)} = ${owner})`;
}

/** What a statement brings beyond the short columns of a course. */
interface CourseColumns {
  readonly withOverview: boolean;
  readonly withSubject?: boolean;
  /** The person, but for what they say of themselves: that would come again with each of their courses. */
  readonly withOwner?: boolean;
}

/** Overviews, the most of a row's bytes, and whom a course belongs to, only for a query that asks for them. */
export const columnsFor = (asksFor: (field: string) => boolean): CourseColumns => ({
  withOverview: asksFor('overview') || asksFor('outcomes'),
  withSubject: asksFor('subject'),
  withOwner: asksFor('profile') && !asksFor('bio'),
});

/** Courses that are not in the trash, whoever may see them: a caller narrows them or asks the policy. */
export const selectCourses = (
  ctx: Context,
  { withOverview, withSubject = false, withOwner = false }: CourseColumns = { withOverview: true },
) =>
  ctx.db
    .selectFrom('course')
    .where('course.deleted_at', 'is', null)
    .select([
      'course.id',
      'course.owner_id as ownerId',
      'course.subject_id as subjectId',
      'course.title',
      'course.slug',
      'course.language',
      'course.image_id as imageId',
      'course.status',
      'course.published_at as publishedAt',
      'course.created_at as createdAt',
      'course.updated_at as updatedAt',
    ])
    .$if(withOverview, (query) => query.select(['course.overview', 'course.outcomes']))
    .$if(withSubject, (query) =>
      query
        .innerJoin('subject', 'subject.id', 'course.subject_id')
        .select(['subject.title as subjectTitle', 'subject.slug as subjectSlug']),
    )
    .$if(withOwner, (query) =>
      query
        .innerJoin('profile', 'profile.user_id', 'course.owner_id')
        .select([
          'profile.first_name as ownerFirstName',
          'profile.last_name as ownerLastName',
          'profile.language as ownerLanguage',
          'profile.time_zone as ownerTimeZone',
          'profile.avatar_id as ownerAvatarId',
        ]),
    )
    .select([isEnrolledIn(ctx, 'course.id').as('isEnrolled'), isPreviewOf(ctx, 'course.owner_id').as('isPreviewed')]);

export type CourseRow = Awaited<ReturnType<ReturnType<typeof selectCourses>['execute']>>[number];

export const courseById = rowById((ctx: Context, ids) => selectCourses(ctx).where(isAny('course.id', ids)).execute());

/** The course with this slug, or else the one that had it before. */
export async function courseBySlug(ctx: Context, slug: string, columns?: CourseColumns): Promise<CourseRow | null> {
  const now = await selectCourses(ctx, columns).where('course.slug', '=', slug).executeTakeFirst();
  if (now !== undefined) return now;
  const before = await selectCourses(ctx, columns)
    .innerJoin('former_course_slug', 'former_course_slug.course_id', 'course.id')
    .where('former_course_slug.slug', '=', slug)
    .executeTakeFirst();
  return before ?? null;
}

/** The subject that came with a course in one statement, or else what a statement of its own finds. */
export function subjectOfCourse(ctx: Context, { subjectId: id, subjectTitle: title, subjectSlug: slug }: CourseRow) {
  return title === undefined || slug === undefined ? subjectById(ctx, id) : { id, title, slug };
}

/** The owner, with the person who came with the course in one statement. */
export function ownerOfCourse({ ownerId, ownerFirstName: firstName, ownerLastName: lastName, ...course }: CourseRow): UserRow {
  const { ownerLanguage: language, ownerTimeZone: timeZone, ownerAvatarId: avatarId } = course;
  if (firstName === undefined || lastName === undefined || language === undefined || timeZone === undefined || avatarId === undefined)
    return { id: ownerId };
  return { id: ownerId, profile: { userId: ownerId, firstName, lastName, language, timeZone, avatarId } };
}

/** The course that an argument names. */
export const theCourse = (path: string): Target<Context, CourseFacts> => ({
  type: 'Course',
  find: (ctx, args) => courseById(ctx, uuidOf('Course', argumentAt(args, path))),
  canView: canViewCourse,
});

/** Rows of modules and contents that the viewer may be shown: published ones, and drafts to the staff of the course. */
export const isShown = (ctx: Context, status: string) =>
  canReadAnyCourse(ctx.viewer)
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref(status)} = 'published' or course.owner_id = ${ownerIdOf(ctx.viewer)})`;

export interface CourseCounts {
  readonly modules: number;
  readonly contents: number;
  readonly students: number;
}

/** What a course holds, for its card and for the question before its deletion. */
export const countsOfCourse = valueByKey(
  async (ctx: Context, ids): Promise<Map<string, CourseCounts>> => {
    const { rows } = await sql<CourseCounts & { id: string }>`
      select course.id,
        (select count(*)::int from module where module.course_id = course.id and module.deleted_at is null and ${isShown(ctx, 'module.status')}) as modules,
        (select count(*)::int from content join module on module.id = content.module_id
          where module.course_id = course.id and module.deleted_at is null and content.deleted_at is null
          and ${isShown(ctx, 'module.status')} and ${isShown(ctx, 'content.status')}) as contents,
        (select count(*)::int from enrolment where enrolment.course_id = course.id and enrolment.left_at is null) as students
      from course where ${isAny('course.id', ids)}`.execute(ctx.db);
    return new Map(rows.map((row) => [row.id, row]));
  },
  { modules: 0, contents: 0, students: 0 },
);
