import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { CourseConnection, CourseOrderArgs } from '../course/course-connection.ts';
import { coursesOfOwner } from '../course/course-list.queries.ts';
import { canCreateCourse } from '../course/course.policy.ts';
import { Permission } from '../group/permission.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { Profile } from '../profile/profile.entity.ts';
import { profileByUser } from '../profile/profile.queries.ts';
import { canManageSubjects } from '../subject/subject.policy.ts';
import { User } from './user.entity.ts';
import { canSeeAccount } from './user.policy.ts';
import { accountById, userById, type UserRow } from './user.queries.ts';

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'The signed-in person; null when nobody is signed in.' })
  @Access({ scope: 'profile:read', rule: anyone })
  viewer(@Ctx() ctx: Context) {
    return ctx.viewer === null ? null : userById(ctx, ctx.viewer.userId);
  }

  @FieldResolver(() => Profile, { description: 'The person.' })
  profile(@Root() { id, profile }: UserRow, @Ctx() ctx: Context) {
    return profile ?? profileByUser(ctx, id);
  }

  @FieldResolver(() => String, { nullable: true, description: "For signing in. Null unless one's own, or for who manages accounts." })
  @Access({ scope: 'profile:read', rule: anyone })
  async username(@Root() user: UserRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, user) ? ((await userById(ctx, user.id))?.username ?? null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "The e-mail address. Null unless one's own, or for who manages accounts." })
  @Access({ scope: 'profile:read', rule: anyone })
  async email(@Root() user: UserRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, user) ? ((await userById(ctx, user.id))?.email ?? null) : null;
  }

  @FieldResolver(() => [Permission], {
    nullable: true,
    description: "What they may do, by their groups or as a superuser. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  async permissions(@Root() { id }: UserRow, @Ctx() ctx: Context) {
    if (ctx.viewer?.userId === id) return [...ctx.viewer.permissions].sort();
    return canSeeAccount(ctx.viewer, { id }) ? ((await accountById(ctx, id))?.permissions.toSorted() ?? null) : null;
  }

  @FieldResolver(() => CourseConnection, {
    description: 'The courses that they own: the published ones for all, every status for themselves.',
  })
  courses(@Root() { id }: UserRow, @Args(() => CourseOrderArgs) args: CourseOrderArgs, @Ctx() ctx: Context) {
    return coursesOfOwner(ctx, id, args);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may create courses.' })
  viewerCanCreateCourse(@Ctx() ctx: Context) {
    return canCreateCourse(ctx.viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer, asked about themselves, may create subjects.' })
  viewerCanManageSubjects(@Ctx() ctx: Context) {
    return canManageSubjects(ctx.viewer);
  }
}
