import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Db } from '../database.ts';
import { isShownBy } from '../course/shown-files.queries.ts';

/** Courses that somebody follows at present. Their owner is no student; what is in the trash is nobody's to read. */
const hasStudents: RawBuilder<boolean> = sql<boolean>`(course.deleted_at is null and exists (
  select from enrolment where course_id = course.id and left_at is null and student_id <> course.owner_id))`;

const mostListed = 100;

export interface ErasurePreviewRow {
  readonly userId: string;
  readonly coursesDeleted: number;
  readonly contentsKept: number;
  readonly enrolments: number;
  readonly filesDeleted: number;
  readonly filesKept: number;
  readonly sessions: number;
  readonly tokens: number;
  readonly isLastAdministrator: boolean;
}

/** Somebody else who can administer accounts and groups: as the database demands one (migration rights). */
const isOtherAdministrator = (userId: string) => sql<boolean>`"user".id <> ${userId} and suspended_at is null and (is_superuser or (
  select count(distinct permission) = 2 from group_member join group_permission using (group_id)
  where group_member.user_id = "user".id and permission in ('user.manage', 'group.manage')))`;

/** What an erasure would do at this moment; null when the account is that of a former member already. */
export async function erasurePreviewOf({ db }: Pick<Context, 'db'>, userId: string): Promise<ErasurePreviewRow | null> {
  const own = sql`course.owner_id = ${userId}`;
  const { rows } = await sql<ErasurePreviewRow>`select ${userId}::text as "userId",
    (select count(*)::int from course where ${own} and not ${hasStudents}) as "coursesDeleted",
    (select count(*)::int from item join content using (id) join module on module.id = content.module_id
      join course on course.id = module.course_id where item.owner_id = ${userId} and not ${own}) as "contentsKept",
    (select count(*)::int from enrolment where student_id = ${userId}) as enrolments,
    (select count(*)::int from stored_file where owner_id = ${userId} and not (${isShownBy(sql`(not (${own}) or ${hasStudents})`)})) as "filesDeleted",
    (select count(*)::int from stored_file where owner_id = ${userId} and (${isShownBy(sql`not (${own})`)})) as "filesKept",
    (select count(*)::int from session where user_id = ${userId} and ended_at is null and expires_at > now()) as sessions,
    (select count(*)::int from token where user_id = ${userId} and revoked_at is null) as tokens,
    not exists (select from "user" where ${isOtherAdministrator(userId)}) as "isLastAdministrator"
    from "user" where id = ${userId} and erased_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Ids of courses that keep their owner from going, the oldest first; a hundred at most. */
export async function coursesWithStudents(db: Db, ownerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from course where owner_id = ${ownerId} and ${hasStudents}
    order by created_at, id limit ${sql.lit(mostListed)}`.execute(db);
  return rows.map(({ id }) => id);
}
