import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { globalId, uuidOf } from '../kernel/global-id.ts';
import { once } from '../kernel/idempotency.ts';
import { mutate } from '../kernel/mutation.ts';
import { UserConnection } from '../user/user-connection.ts';
import { createGroup, deleteGroup, updateGroup } from './edit-group.ts';
import { Group } from './group.entity.ts';
import {
  CreateGroupInput,
  CreateGroupPayload,
  DeleteGroupInput,
  DeleteGroupPayload,
  GroupsArgs,
  MembersArgs,
  UpdateGroupInput,
  UpdateGroupPayload,
} from './group.input.ts';
import { canDeleteGroup, canEditGroup, canManageGroups, canSeeGroups } from './group.policy.ts';
import { allGroups, groupById, type GroupRow, memberCountOf, membersOfGroup, theGroup } from './group.queries.ts';
import { Permission } from './permission.ts';

const GroupConnection = connectionType('Group', () => Group);

@Resolver(() => Group)
export class GroupResolver {
  @Query(() => GroupConnection, { description: 'All groups.' })
  @Access({ scope: 'group:read', rule: canSeeGroups })
  groups(@Args(() => GroupsArgs) args: GroupsArgs, @Ctx() ctx: Context) {
    return allGroups(ctx, args);
  }

  @FieldResolver(() => [Permission], { description: 'What it allows its members.' })
  permissions(@Root() { permissions }: GroupRow) {
    return permissions;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many people are in it. Null for who sees no groups but their own.' })
  memberCount(@Root() { id }: GroupRow, @Ctx() ctx: Context) {
    return canSeeGroups(ctx.viewer) ? memberCountOf(ctx, id) : null;
  }

  @FieldResolver(() => UserConnection, {
    nullable: true,
    description: 'Who is in it, by last name, or those that a search finds. Null for who sees no groups but their own.',
  })
  @Access({ scope: 'group:read', rule: anyone })
  members(@Root() { id }: GroupRow, @Args(() => MembersArgs) args: MembersArgs, @Ctx() ctx: Context) {
    return canSeeGroups(ctx.viewer) ? membersOfGroup(ctx, id, args) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change it, and who is in it.' })
  viewerCanEdit(@Root() group: GroupRow, @Ctx() ctx: Context) {
    return canEditGroup(ctx.viewer, group);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may delete it.' })
  viewerCanDelete(@Root() group: GroupRow, @Ctx() ctx: Context) {
    return canDeleteGroup(ctx.viewer, group);
  }

  @Mutation(() => CreateGroupPayload, { nullable: true, description: 'Creates a group, of 200 at most.' })
  @Access({ scope: 'group:write', rule: canManageGroups })
  createGroup(@Arg('input', () => CreateGroupInput, { description: 'The new group.' }) input: CreateGroupInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      once(ctx, input, (em) => createGroup(em, ctx, input)),
      async (id) => ({ group: await groupById(ctx, id) }),
    );
  }

  @Mutation(() => UpdateGroupPayload, {
    nullable: true,
    description: 'Changes a group. What its members may do is another at once; LAST_ADMINISTRATOR when nobody could administer any more.',
  })
  @Access({ scope: 'group:write', on: theGroup('input.id'), rule: canEditGroup })
  updateGroup(@Arg('input', () => UpdateGroupInput, { description: 'What changes.' }) input: UpdateGroupInput, @Ctx() ctx: Context) {
    const id = uuidOf('Group', input.id);
    return mutate(
      ctx,
      (em) => updateGroup(em, ctx, id, input),
      async () => {
        ctx.services.viewers.forget(null);
        return { group: await groupById(ctx, id) };
      },
    );
  }

  @Mutation(() => DeleteGroupPayload, {
    nullable: true,
    description: 'Deletes a group; its members stay. LAST_ADMINISTRATOR when nobody could administer any more.',
  })
  @Access({ scope: 'group:write', on: theGroup('input.id'), rule: canDeleteGroup })
  deleteGroup(@Arg('input', () => DeleteGroupInput, { description: 'The group.' }) input: DeleteGroupInput, @Ctx() ctx: Context) {
    const id = uuidOf('Group', input.id);
    return mutate(
      ctx,
      (em) => deleteGroup(em, ctx, id),
      () => {
        ctx.services.viewers.forget(null);
        return { deletedGroupId: globalId('Group', id) };
      },
    );
  }
}
