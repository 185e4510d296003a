import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { connection } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { valueByKey } from '../kernel/loaders.ts';
import { OrderDirection, page } from '../kernel/paging.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { type UserFilter, UserOrderField, type UsersArgs } from './user-list.input.ts';

const keys: OrderColumns<UserOrderField> = {
  [UserOrderField.NAME]: { column: 'name', type: 'words' },
  [UserOrderField.USERNAME]: { column: 'username', type: 'words' },
  [UserOrderField.EMAIL]: { column: 'email', type: 'words' },
  [UserOrderField.CREATED_AT]: { column: 'createdAt', type: 'timestamptz' },
  [UserOrderField.LAST_SIGNED_IN_AT]: { column: 'lastSignedInAt', type: 'timestamptz' },
};

const lastSignedInAt = sql<Date | null>`(select max(session.created_at) from session where session.user_id = "user".id)`;

const names = sql<string>`concat_ws(' ', profile.last_name, profile.first_name)`;
/** Both ways to say a name are found. */
const called = sql<string>`concat_ws(' ', profile.first_name, profile.last_name, profile.first_name, "user".username, "user".email)`;

function isCalled(search: string | null | undefined): RawBuilder<boolean> {
  const asked = searchedFor(search);
  return asked === null ? sql<boolean>`true` : mentions(called, asked);
}

const fits = (filter: UserFilter | null | undefined, search: string | null | undefined) => sql<boolean>`(
  "user".erased_at is null and ${isCalled(search)}
  and ${filter?.isSuspended ?? null}::boolean is distinct from ("user".suspended_at is null)
  and ${filter?.isEmailConfirmed ?? null}::boolean is distinct from ("user".email_confirmed_at is null)
  and ${filter?.isSuperuser ?? null}::boolean is distinct from not "user".is_superuser
  and (${filter?.groupId ? uuidOf('Group', filter.groupId) : null}::uuid is null or exists (
    select from group_member where user_id = "user".id and group_id = ${filter?.groupId ? uuidOf('Group', filter.groupId) : null}))
)`;

/** All accounts. What only an order needs is computed for it alone. */
export async function allUsers(ctx: Context, { search, filter, orderBy, ...args }: UsersArgs) {
  const order = orderKeysOf(keys, orderBy, { field: UserOrderField.NAME, direction: OrderDirection.ASC });
  const isListed = fits(filter, search);
  const listed = ctx.db.selectFrom('user').innerJoin('profile', 'profile.user_id', 'user.id').where(isListed);
  const list = listed
    .select(['user.id', 'user.username', 'user.email', 'user.created_at as createdAt'])
    .select(names.as('name'))
    .$if(
      order.some(({ column }) => column === 'lastSignedInAt'),
      (query) => query.select(sql<Date>`coalesce(${lastSignedInAt}, 'epoch')`.as('lastSignedInAt')),
    );
  const found = await page(ctx.db, list, order, args);
  const ids = { ...found, rows: found.rows.map(({ id }) => ({ id })) };
  return connection(ids, async () => {
    const { count } = await listed.select((all) => all.fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
    return Number(count);
  });
}

export const lastSignedInAtOf = valueByKey<Context, Date | null>(async (ctx, userIds) => {
  const { rows } = await sql<{ id: string; at: Date }>`select user_id as id, max(created_at) as at from session
    where ${isAny('user_id', userIds)} group by 1`.execute(ctx.db);
  return new Map(rows.map(({ id, at }) => [id, at]));
}, null);
