import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { DateTime } from '../kernel/date-time.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { once } from '../kernel/idempotency.ts';
import { mutate } from '../kernel/mutation.ts';
import {
  CreateUserInput,
  CreateUserPayload,
  ReinstateUserInput,
  ReinstateUserPayload,
  SetSuperuserInput,
  SetSuperuserPayload,
  SuspendUserInput,
  SuspendUserPayload,
  UpdateUserInput,
  UpdateUserPayload,
} from './account.input.ts';
import { createUser } from './create-user.ts';
import { reinstateUser, setSuperuser, suspendUser, updateUser } from './manage-account.ts';
import { User } from './user.entity.ts';
import { canManageAccount, canManageUsers, canSeeAccount, canSetSuperuser, canSuspendAccount } from './user.policy.ts';
import { accountById, theAccount, userById, type UserRow } from './user.queries.ts';
import { UserConnection } from './user-connection.ts';
import { UsersArgs } from './user-list.input.ts';
import { allUsers, lastSignedInAtOf } from './user-list.queries.ts';

/** Changes an account, and answers it as it is now: whoever it is of is known anew from the next request on. */
function change(ctx: Context, id: string, act: Parameters<typeof mutate<void, { user: object | null }>>[1]) {
  return mutate(ctx, act, async () => {
    ctx.services.viewers.forget(id);
    return { user: await userById(ctx, id) };
  });
}

/** Accounts as those see them who manage them. */
@Resolver(() => User)
export class AccountResolver {
  @Query(() => UserConnection, { description: 'All accounts.' })
  @Access({ scope: 'user:read', rule: canManageUsers })
  users(@Args(() => UsersArgs) args: UsersArgs, @Ctx() ctx: Context) {
    return allUsers(ctx, args);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether they have every permission, whatever their groups allow. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  async isSuperuser(@Root() user: UserRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, user) ? ((await accountById(ctx, user.id))?.isSuperuser ?? null) : null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "When the account was made. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  async createdAt(@Root() user: UserRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, user) ? ((await userById(ctx, user.id))?.createdAt ?? null) : null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Since when nobody signs in to the account; null when it is not suspended, and for who does not manage accounts.',
  })
  @Access({ scope: 'user:read', rule: anyone })
  async suspendedAt(@Root() { id }: UserRow, @Ctx() ctx: Context) {
    return canManageUsers(ctx.viewer) ? ((await userById(ctx, id))?.suspendedAt ?? null) : null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When somebody last signed in to the account; null when nobody ever did, and for who does not manage accounts.',
  })
  @Access({ scope: 'user:read', rule: anyone })
  lastSignedInAt(@Root() { id }: UserRow, @Ctx() ctx: Context) {
    return canManageUsers(ctx.viewer) ? lastSignedInAtOf(ctx, id) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change the account, and set its password.' })
  async viewerCanManage(@Root() { id }: UserRow, @Ctx() ctx: Context) {
    const account = canManageUsers(ctx.viewer) ? await accountById(ctx, id) : null;
    return account !== null && canManageAccount(ctx.viewer, account);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may suspend the account.' })
  async viewerCanSuspend(@Root() { id }: UserRow, @Ctx() ctx: Context) {
    const account = canManageUsers(ctx.viewer) ? await accountById(ctx, id) : null;
    return account !== null && canSuspendAccount(ctx.viewer, account);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may make them a superuser, or none any more.' })
  viewerCanSetSuperuser(@Ctx() ctx: Context) {
    return canSetSuperuser(ctx.viewer);
  }

  @Mutation(() => CreateUserPayload, {
    nullable: true,
    description:
      'Makes an account for somebody. A mail tells them, with a link by which they choose a password: once and within seven days.',
  })
  @Access({ scope: 'user:write', rule: canManageUsers })
  createUser(@Arg('input', () => CreateUserInput, { description: 'The account.' }) input: CreateUserInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      once(ctx, input, (em) => createUser(em, ctx, input)),
      async (id) => ({ user: await userById(ctx, id) }),
    );
  }

  @Mutation(() => UpdateUserPayload, { nullable: true, description: 'Changes an account.' })
  @Access({ scope: 'user:write', on: theAccount('input.id'), rule: canManageAccount })
  updateUser(@Arg('input', () => UpdateUserInput, { description: 'What changes.' }) input: UpdateUserInput, @Ctx() ctx: Context) {
    const id = uuidOf('User', input.id);
    return change(ctx, id, (em) => updateUser(em, ctx, id, input));
  }

  @Mutation(() => SuspendUserPayload, {
    nullable: true,
    description:
      'Suspends an account: its sessions end, its tokens open nothing, and nobody signs in to it until it is reinstated. ' +
      'LAST_ADMINISTRATOR when nobody could administer any more.',
  })
  @Access({ scope: 'user:write', on: theAccount('input.id'), rule: canSuspendAccount })
  suspendUser(@Arg('input', () => SuspendUserInput, { description: 'Whose.' }) input: SuspendUserInput, @Ctx() ctx: Context) {
    const id = uuidOf('User', input.id);
    return change(ctx, id, (em) => suspendUser(em, ctx, id));
  }

  @Mutation(() => ReinstateUserPayload, { nullable: true, description: 'Ends the suspension of an account: its owner signs in as before.' })
  @Access({ scope: 'user:write', on: theAccount('input.id'), rule: canManageAccount })
  reinstateUser(@Arg('input', () => ReinstateUserInput, { description: 'Whose.' }) input: ReinstateUserInput, @Ctx() ctx: Context) {
    const id = uuidOf('User', input.id);
    return change(ctx, id, (em) => reinstateUser(em, ctx, id));
  }

  @Mutation(() => SetSuperuserPayload, {
    nullable: true,
    description:
      'Makes somebody a superuser, or none any more. For superusers alone. LAST_ADMINISTRATOR when nobody could administer any more.',
  })
  @Access({ scope: 'session', on: theAccount('input.id'), rule: canSetSuperuser })
  setSuperuser(@Arg('input', () => SetSuperuserInput, { description: 'Who.' }) input: SetSuperuserInput, @Ctx() ctx: Context) {
    const id = uuidOf('User', input.id);
    return change(ctx, id, (em) => setSuperuser(em, ctx, id, input.isSuperuser));
  }
}
