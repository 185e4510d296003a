import { type QueryExecutorProvider, sql } from 'kysely';
import type { Context } from '../context.ts';
import { CourseStatus } from '../course/course.entity.ts';
import { canReadAnyCourse } from '../course/course.policy.ts';
import { isEnrolledIn } from '../course/course.queries.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { rowById } from '../kernel/loaders.ts';
import type { ProfileRow } from '../profile/profile.queries.ts';
import { allPermissions } from '../group/permission.ts';
import { type AccountFacts, canManageUsers } from './user.policy.ts';

/** A person, wherever a foreign key says that they exist: what is public stands in their profile, the rest is read by who may. */
export interface UserRow {
  readonly id: string;
  /** The person, where the statement that found them read that too; without what only its owner reads, and their words about themselves. */
  readonly profile?: Omit<ProfileRow, 'bio' | 'phone' | 'revision'>;
}

/** A person's account. */
export const userById = rowById((ctx: Context, ids) =>
  ctx.db
    .selectFrom('user')
    .select(['id', 'username', 'email', 'email_confirmed_at as emailConfirmedAt', 'new_email as newEmail'])
    .select(['created_at as createdAt', 'suspended_at as suspendedAt'])
    .where(isAny('id', ids))
    .execute(),
);

/**
 * Whether the viewer may know of this person: themselves, the instructor of a course they see, a student of a course of theirs, and anybody
 * for who manages accounts. It opens the card, its picture included.
 */
export async function isKnownToViewer(ctx: Context, userId: string): Promise<boolean> {
  if (ctx.viewer?.userId === userId || canManageUsers(ctx.viewer)) return true;
  const teaching = ctx.db
    .selectFrom('course')
    .select('owner_id as id')
    .where('owner_id', '=', userId)
    .where('deleted_at', 'is', null)
    .where(
      sql<boolean>`(status = ${CourseStatus.PUBLISHED} or ${isEnrolledIn(ctx, 'course.id')} or ${canReadAnyCourse(ctx.viewer)}::boolean)`,
    );
  const taught = ctx.db
    .selectFrom('enrolment')
    .innerJoin('course', 'course.id', 'enrolment.course_id')
    .select('course.owner_id as id')
    .where('enrolment.student_id', '=', userId)
    .where('enrolment.left_at', 'is', null)
    .where('course.owner_id', '=', ctx.viewer?.userId ?? null)
    .where('course.deleted_at', 'is', null);
  return (await teaching.union(taught).limit(1).executeTakeFirst()) !== undefined;
}

/** An account and what its owner may do. */
export interface Account extends AccountFacts {
  readonly id: string;
}

/** What people may do, at this moment. */
export async function accountsByIds(db: QueryExecutorProvider, ids: readonly string[]): Promise<Account[]> {
  const { rows } = await sql<Account>`
    select id, is_superuser as "isSuperuser",
      array(select distinct permission from group_member join group_permission using (group_id) where group_member.user_id = "user".id) as permissions
    from "user" where ${isAny('id', ids)} and erased_at is null`.execute(db);
  return rows.map((account) => (account.isSuperuser ? { ...account, permissions: [...allPermissions] } : account));
}

export const accountById = rowById((ctx: Context, ids) => accountsByIds(ctx.db, ids));

/** The account that an argument names, to who manages accounts. */
export const theAccount = (path: string): Target<Context, Account> => ({
  type: 'User',
  find: (ctx, args) => accountById(ctx, uuidOf('User', argumentAt(args, path))),
  canView: (viewer, account) => canManageUsers(viewer) || (viewer !== null && viewer.userId === account.id),
});
