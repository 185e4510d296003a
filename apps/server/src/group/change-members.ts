import { groupChangeMaxCount } from '@cursus/rules/group';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { forbidden, notFound } from '../kernel/errors.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { User } from '../user/user.entity.ts';
import { Group, GroupMember } from './group.entity.ts';
import type { GroupMembersInput, SetUserGroupsInput } from './group.input.ts';
import { canEditGroup, canManageGroups } from './group.policy.ts';
import { lockRights, refuseUnheld } from './lock-rights.ts';

/** The ids of one type that an input names, each once; those that name nothing are refused where they stand. */
async function existing(em: EntityManager, type: 'User' | 'Group', given: readonly string[], field: string): Promise<string[]> {
  if (given.length > groupChangeMaxCount)
    throw refuse(UserErrorCode.TOO_MANY, [field], `${field} has at most ${groupChangeMaxCount} entries.`, groupChangeMaxCount);
  const ids = given.map((id) => uuidOf(type, id));
  const rows = type === 'User' ? await em.find(User, { id: ids, erasedAt: null }) : await em.find(Group, { id: ids });
  const known = new Set(rows.map(({ id }) => id));
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing >= 0) throw refuse(UserErrorCode.NOT_FOUND, [field, String(missing)], `There is no such ${type.toLowerCase()}.`);
  return [...new Set(ids)];
}

const enterGroups = (em: EntityManager, userIds: readonly string[], groupIds: readonly string[]) =>
  sql`insert into group_member (group_id, user_id) select group_id, user_id
    from unnest(${groupIds}::uuid[]) group_id, unnest(${userIds}::uuid[]) user_id on conflict do nothing`.execute(em.getKysely());

async function permissionsOf(em: EntityManager, groupIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ permission: string }>`select distinct permission from group_permission
    where group_id = any(${groupIds}::uuid[])`.execute(em.getKysely());
  return rows.map(({ permission }) => permission);
}

/** Puts people in a group, or takes them out: all of them, or nobody. Whose is to be known is told in the ids that come back. */
export async function changeMembers(
  em: EntityManager,
  ctx: Context,
  { groupId, userIds }: GroupMembersInput,
  change: 'add' | 'remove',
): Promise<string[]> {
  const [id, viewer] = [uuidOf('Group', groupId), await lockRights(em, ctx)];
  if ((await em.findOne(Group, id)) === null) throw notFound();
  if (!canEditGroup(viewer, { permissions: await permissionsOf(em, [id]) })) throw forbidden();
  const users = await existing(em, 'User', userIds, 'userIds');
  if (change === 'add') await enterGroups(em, users, [id]);
  else await em.nativeDelete(GroupMember, { groupId: id, userId: users });
  return users;
}

/** The groups that an account is made with: what they allow is the viewer's to give. */
export async function groupsToGive(em: EntityManager, viewer: Viewer, given: readonly string[]): Promise<string[]> {
  const groupIds = await existing(em, 'Group', given, 'groupIds');
  refuseUnheld(viewer, await permissionsOf(em, groupIds), ['groupIds']);
  return groupIds;
}

/** All groups of a person at once: those that they enter or leave are the viewer's to give and to take. */
export async function setUserGroups(em: EntityManager, ctx: Context, { userId, groupIds }: SetUserGroupsInput): Promise<string> {
  const viewer = await lockRights(em, ctx);
  if (!canManageGroups(viewer)) throw forbidden();
  const id = uuidOf('User', userId);
  if ((await em.findOne(User, { id, erasedAt: null })) === null)
    throw refuse(UserErrorCode.NOT_FOUND, ['userId'], 'There is no such account.');
  const wanted = await existing(em, 'Group', groupIds, 'groupIds');
  const present = (await em.find(GroupMember, { userId: id })).map((member) => member.groupId);
  const left = present.filter((groupId) => !wanted.includes(groupId));
  const entered = wanted.filter((groupId) => !present.includes(groupId));
  refuseUnheld(viewer, await permissionsOf(em, [...left, ...entered]), ['groupIds']);
  await em.nativeDelete(GroupMember, { userId: id, groupId: left });
  await enterGroups(em, [id], entered);
  return id;
}
