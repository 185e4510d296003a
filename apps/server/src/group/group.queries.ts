import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { connection } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { loaderByArguments, rowById, rowsByKey, valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, page, pagesByParent } from '../kernel/paging.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { type GroupFilter, GroupOrderField, type GroupsArgs, type MembersArgs } from './group.input.ts';
import { canSeeGroups } from './group.policy.ts';

const permissions = sql<string[]>`array(select permission from group_permission where group_id = "group".id order by permission)`;
const memberCount = sql<string>`(select count(*) from group_member where group_id = "group".id)`;

const selectGroups = (ctx: Context) =>
  ctx.db
    .selectFrom('group')
    .select(['group.id', 'group.name', 'group.description', 'group.is_default as isDefault', 'group.created_at as createdAt'])
    .select(permissions.as('permissions'));

export type GroupRow = Awaited<ReturnType<ReturnType<typeof selectGroups>['execute']>>[number];

export const groupById = rowById((ctx: Context, ids) => selectGroups(ctx).where(isAny('group.id', ids)).execute());

/** The group, to who is in it and to who may see all. */
export async function visibleGroup(ctx: Context, id: string): Promise<GroupRow | null> {
  if (ctx.viewer === null) return null;
  if (canSeeGroups(ctx.viewer)) return groupById(ctx, id);
  return (await groupsOfUser(ctx, ctx.viewer.userId)).find((group) => group.id === id) ?? null;
}

const keys: OrderColumns<GroupOrderField> = {
  [GroupOrderField.NAME]: { column: 'name', type: 'words' },
  [GroupOrderField.MEMBER_COUNT]: { column: 'memberCount', type: 'bigint' },
  [GroupOrderField.CREATED_AT]: { column: 'createdAt', type: 'timestamptz' },
};

function isFound(text: RawBuilder<string>, search: string | null | undefined): RawBuilder<boolean> {
  const asked = searchedFor(search);
  return asked === null ? sql<boolean>`true` : mentions(text, asked);
}

const fits = (filter: GroupFilter | null | undefined, search: string | null | undefined) => sql<boolean>`(
  ${isFound(sql<string>`concat_ws(' ', "group".name, "group".description)`, search)}
  and ${filter?.isDefault ?? null}::boolean is distinct from not "group".is_default
  and (${filter?.permission ?? null}::text is null
    or exists (select from group_permission where group_id = "group".id and permission = ${filter?.permission ?? null}))
)`;

export async function allGroups(ctx: Context, { search, filter, orderBy, ...args }: GroupsArgs) {
  const order = orderKeysOf(keys, orderBy, { field: GroupOrderField.NAME, direction: OrderDirection.ASC });
  const isListed = fits(filter, search);
  const list = selectGroups(ctx)
    .where(isListed)
    .$if(
      order.some(({ column }) => column === 'memberCount'),
      (query) => query.select(memberCount.as('memberCount')),
    );
  return connection(await page(ctx.db, list, order, args), async () => {
    const { rows } = await sql<{ count: string }>`select count(*) as count from "group" where ${isListed}`.execute(ctx.db);
    return Number(rows[0]?.count ?? 0);
  });
}

/** The groups of many people at once, by name. */
export const groupsOfUser = rowsByKey(
  ({ userId }: GroupRow & { userId: string }) => userId,
  (ctx: Context, userIds) =>
    selectGroups(ctx)
      .innerJoin('group_member', 'group_member.group_id', 'group.id')
      .select('group_member.user_id as userId')
      .where(isAny('group_member.user_id', userIds))
      .orderBy('group.name')
      .execute(),
);

const isCalled = (search: string | null | undefined) =>
  isFound(sql<string>`concat_ws(' ', profile.first_name, profile.last_name, "user".username)`, search);

const countOfMembers = loaderByArguments(async (ctx: Context, groupIds, { search }: Pick<MembersArgs, 'search'>) => {
  const { rows } = await sql<{ id: string; count: string }>`select group_id as id, count(*) as count
    from group_member join profile using (user_id) join "user" on "user".id = user_id
    where ${isAny('group_id', groupIds)} and ${isCalled(search)} group by 1`.execute(ctx.db);
  const found = new Map(rows.map(({ id, count }) => [id, Number(count)]));
  return new Map(groupIds.map((id) => [id, found.get(id) ?? 0]));
});

const byName: readonly OrderKey[] = [
  { column: 'lastName', type: 'words', direction: OrderDirection.ASC },
  { column: 'firstName', type: 'words', direction: OrderDirection.ASC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

/** Who is in many groups at once. */
export const membersOfGroup = loaderByArguments(async (ctx: Context, groupIds, { search, ...args }: MembersArgs) => {
  const list = ctx.db
    .selectFrom('group_member')
    .innerJoin('user', 'user.id', 'group_member.user_id')
    .innerJoin('profile', 'profile.user_id', 'user.id')
    .where(isAny('group_member.group_id', groupIds))
    .where(isCalled(search))
    .select(['user.id', 'group_member.group_id as parentId', 'profile.last_name as lastName', 'profile.first_name as firstName']);
  const pages = await pagesByParent(ctx.db, list, byName, { parentIds: groupIds, args });
  return new Map([...pages].map(([id, found]) => [id, connection(found, () => countOfMembers(ctx, id, { search: search ?? null }))]));
});

export const memberCountOf = valueByKey(async (ctx: Context, groupIds) => {
  const { rows } = await sql<{ id: string; count: string }>`select group_id as id, count(*) as count from group_member
    where ${isAny('group_id', groupIds)} group by 1`.execute(ctx.db);
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}, 0);

/** The group that an argument names. */
export const theGroup = (path: string): Target<Context, GroupRow> => ({
  type: 'Group',
  find: (ctx, args) => groupById(ctx, uuidOf('Group', argumentAt(args, path))),
  canView: canSeeGroups,
});
