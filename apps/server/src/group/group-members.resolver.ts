import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { User } from '../user/user.entity.ts';
import { userById, type UserRow } from '../user/user.queries.ts';
import { changeMembers, setUserGroups } from './change-members.ts';
import { Group } from './group.entity.ts';
import {
  AddGroupMembersInput,
  AddGroupMembersPayload,
  type GroupMembersInput,
  RemoveGroupMembersInput,
  RemoveGroupMembersPayload,
  SetUserGroupsInput,
  SetUserGroupsPayload,
} from './group.input.ts';
import { canEditGroup, canManageGroups, canSeeGroups } from './group.policy.ts';
import { groupById, groupsOfUser, theGroup } from './group.queries.ts';

function change(ctx: Context, input: GroupMembersInput, way: 'add' | 'remove') {
  return mutate(
    ctx,
    (em) => changeMembers(em, ctx, input, way),
    async (userIds) => {
      for (const id of userIds) ctx.services.viewers.forget(id);
      return { group: await groupById(ctx, uuidOf('Group', input.groupId)) };
    },
  );
}

/** Who is in which group. */
@Resolver(() => User)
export class GroupMembersResolver {
  @FieldResolver(() => [Group], {
    nullable: true,
    description: "The groups that they are in, by name. Null unless one's own, or for who sees all groups.",
  })
  @Access({ scope: 'group:read', rule: anyone })
  groups(@Root() { id }: UserRow, @Ctx() ctx: Context) {
    return ctx.viewer?.userId === id || canSeeGroups(ctx.viewer) ? groupsOfUser(ctx, id) : null;
  }

  @Mutation(() => AddGroupMembersPayload, {
    nullable: true,
    description: 'Puts people in a group: what it allows, they may at once. Who is in it already stays.',
  })
  @Access({ scope: 'group:write', on: theGroup('input.groupId'), rule: canEditGroup })
  addGroupMembers(
    @Arg('input', () => AddGroupMembersInput, { description: 'Who, and where.' }) input: AddGroupMembersInput,
    @Ctx() ctx: Context,
  ) {
    return change(ctx, input, 'add');
  }

  @Mutation(() => RemoveGroupMembersPayload, {
    nullable: true,
    description: 'Takes people out of a group. LAST_ADMINISTRATOR when nobody could administer any more.',
  })
  @Access({ scope: 'group:write', on: theGroup('input.groupId'), rule: canEditGroup })
  removeGroupMembers(
    @Arg('input', () => RemoveGroupMembersInput, { description: 'Who, and where.' }) input: RemoveGroupMembersInput,
    @Ctx() ctx: Context,
  ) {
    return change(ctx, input, 'remove');
  }

  @Mutation(() => SetUserGroupsPayload, {
    nullable: true,
    description: 'Puts a person in exactly these groups. LAST_ADMINISTRATOR when nobody could administer any more.',
  })
  @Access({ scope: 'group:write', rule: canManageGroups })
  setUserGroups(
    @Arg('input', () => SetUserGroupsInput, { description: 'Who, and which groups.' }) input: SetUserGroupsInput,
    @Ctx() ctx: Context,
  ) {
    return mutate(
      ctx,
      (em) => setUserGroups(em, ctx, input),
      async (id) => {
        ctx.services.viewers.forget(id);
        return { user: await userById(ctx, id) };
      },
    );
  }
}
