import { randomUUID } from 'node:crypto';
import { groupRule } from '@cursus/rules/group';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { forbidden, notFound } from '../kernel/errors.ts';
import { checked, given } from '../kernel/input-rules.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { Group, GroupPermission } from './group.entity.ts';
import type { CreateGroupInput, UpdateGroupInput } from './group.input.ts';
import { canDeleteGroup, canEditGroup, canManageGroups } from './group.policy.ts';
import { lockRights, refuseUnheld } from './lock-rights.ts';

const mostGroups = 200;

async function permissionsOf(em: EntityManager, groupId: string): Promise<string[]> {
  return (await em.find(GroupPermission, { groupId })).map(({ permission }) => permission);
}

/** What a group is judged by at this moment, under the lock of all rights. */
async function lockedGroup(em: EntityManager, id: string) {
  const group = await em.findOne(Group, id);
  if (group === null) throw notFound();
  return { group, facts: { permissions: await permissionsOf(em, id), isDefault: group.isDefault } };
}

const insertPermissions = (em: EntityManager, groupId: string, permissions: readonly string[]) =>
  sql`insert into group_permission (group_id, permission) select ${groupId}, unnest(${permissions}::text[]) on conflict do nothing`.execute(
    em.getKysely(),
  );

/** A group that allows what its maker may do, and nothing more. */
export async function createGroup(em: EntityManager, ctx: Context, { permissions, ...input }: CreateGroupInput): Promise<string> {
  const fields = checked(groupRule, { ...input, description: input.description ?? '' });
  const viewer = await lockRights(em, ctx);
  if (!canManageGroups(viewer)) throw forbidden();
  refuseUnheld(viewer, permissions ?? [], ['permissions']);
  if ((await em.count(Group)) >= mostGroups)
    throw refuse(UserErrorCode.TOO_MANY, null, `There are ${mostGroups} groups already.`, mostGroups);
  const group = new Group({ id: randomUUID(), ...fields });
  await em.persist(group).flush();
  await insertPermissions(em, group.id, permissions ?? []);
  return group.id;
}

export async function updateGroup(em: EntityManager, ctx: Context, id: string, input: UpdateGroupInput): Promise<void> {
  const fields = checked(groupRule.partial(), given({ name: input.name, description: input.description }));
  const viewer = await lockRights(em, ctx);
  const { group, facts } = await lockedGroup(em, id);
  if (!canEditGroup(viewer, facts)) throw forbidden();
  Object.assign(group, fields);
  await em.flush();
  const { permissions } = input;
  if (permissions === undefined || permissions === null) return;
  refuseUnheld(viewer, permissions, ['permissions']);
  await sql`delete from group_permission where group_id = ${id} and permission <> all(${permissions}::text[])`.execute(em.getKysely());
  await insertPermissions(em, id, permissions);
}

export async function deleteGroup(em: EntityManager, ctx: Context, id: string): Promise<void> {
  const viewer = await lockRights(em, ctx);
  const { facts } = await lockedGroup(em, id);
  if (!canDeleteGroup(viewer, facts)) throw forbidden();
  await em.nativeDelete(Group, { id });
}
