import { groupChangeMaxCount, groupDescriptionMaxLength } from '@cursus/rules/group';
import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { RepeatableInput } from '../kernel/idempotency.ts';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { payloadType } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { User } from '../user/user.entity.ts';
import { Group } from './group.entity.ts';
import { Permission } from './permission.ts';

export enum GroupOrderField {
  NAME = 'name',
  MEMBER_COUNT = 'memberCount',
  CREATED_AT = 'createdAt',
}
registerEnumType(GroupOrderField, {
  name: 'GroupOrderField',
  description: 'By what groups are ordered.',
  valuesConfig: {
    NAME: { description: 'By name, as a reader expects it: accents and case apart.' },
    MEMBER_COUNT: { description: 'By how many people are in them.' },
    CREATED_AT: { description: 'By the moment in which they were made.' },
  },
});

const GroupOrder = orderType<GroupOrderField>('Group', GroupOrderField);

@InputType({ description: 'Which groups: those that fit all that is given.' })
export class GroupFilter {
  @Field(() => Boolean, { nullable: true, description: 'Those that Cursus made, or those that people made.' })
  isDefault?: boolean | null;

  @Field(() => Permission, { nullable: true, description: 'Those that allow this.' })
  permission?: string | null;
}

@ArgsType()
export class GroupsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or the description, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => GroupFilter, { nullable: true, description: 'Which; absent: all.' })
  filter?: GroupFilter | null;

  @Field(() => [GroupOrder], { nullable: true, description: 'The order; absent: by name.' })
  orderBy?: AskedOrder<GroupOrderField>[] | null;
}

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or username, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;
}

const ownPermissions = 'Those that the viewer has themselves: NOT_YOURS_TO_GIVE otherwise.';

@InputType({ description: 'A new group.' })
export class CreateGroupInput extends RepeatableInput {
  @Field(() => String, { description: 'Unique, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: `What it is for: at most ${groupDescriptionMaxLength} characters.` })
  description?: string | null;

  @Field(() => [Permission], { nullable: true, description: `What it allows; absent: nothing. ${ownPermissions}` })
  permissions?: string[] | null;
}

@InputType({ description: 'What changes in a group; absent fields stay.' })
export class UpdateGroupInput {
  @Field(() => ID, { description: 'The group. One that allows more than the viewer may is FORBIDDEN.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Unique, 1 to 100 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: `What it is for: at most ${groupDescriptionMaxLength} characters.` })
  description?: string | null;

  @Field(() => [Permission], { nullable: true, description: `All that it allows from now on. ${ownPermissions}` })
  permissions?: string[] | null;
}

@InputType({ description: 'Which group is deleted.' })
export class DeleteGroupInput {
  @Field(() => ID, { description: 'The group. One that Cursus made, or that allows more than the viewer may, is FORBIDDEN.' })
  id!: string;
}

@InputType({ description: 'Who is put in a group, or taken out of it.' })
export class GroupMembersInput {
  @Field(() => ID, { description: 'The group. One that allows more than the viewer may is FORBIDDEN.' })
  groupId!: string;

  @Field(() => [ID], {
    description: `The accounts, at most ${groupChangeMaxCount}. One that does not exist is NOT_FOUND, and nothing changes.`,
  })
  userIds!: string[];
}

@InputType({ description: 'Who is put in a group.' })
export class AddGroupMembersInput extends GroupMembersInput {}

@InputType({ description: 'Who is taken out of a group.' })
export class RemoveGroupMembersInput extends GroupMembersInput {}

@InputType({ description: 'All groups of a person.' })
export class SetUserGroupsInput {
  @Field(() => ID, { description: 'Whose.' })
  userId!: string;

  @Field(() => [ID], {
    description: `The groups that they are in from now on, at most ${groupChangeMaxCount}. Those that they enter or leave allow nothing that the viewer may not: NOT_YOURS_TO_GIVE.`,
  })
  groupIds!: string[];
}

const group = { type: () => Group, description: 'The group as it is now.' };

export const CreateGroupPayload = payloadType('CreateGroupPayload', { group: { type: () => Group, description: 'The new group.' } });
export const UpdateGroupPayload = payloadType('UpdateGroupPayload', { group });
export const DeleteGroupPayload = payloadType('DeleteGroupPayload', {
  deletedGroupId: { type: () => ID, description: 'The id of what is gone.' },
});
export const AddGroupMembersPayload = payloadType('AddGroupMembersPayload', { group });
export const RemoveGroupMembersPayload = payloadType('RemoveGroupMembersPayload', { group });
export const SetUserGroupsPayload = payloadType('SetUserGroupsPayload', {
  user: { type: () => User, description: 'The person, in these groups.' },
});
