import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { connection, listed } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { loaderByArguments, rowById } from '../kernel/loaders.ts';
import { OrderDirection, type PageArgs, pagesByParent } from '../kernel/paging.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { isCalled } from '../user/person-search.queries.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { accountById } from '../user/user.queries.ts';
import { canSeeToken, type TokenFacts } from './token.policy.ts';
import { type TokenFilter, type TokenListArgs, TokenOrderField } from './token-list.input.ts';

/** Tokens that were not revoked: the viewer's own, and all to who manages accounts. */
const selectTokens = ({ db, viewer }: Context) =>
  db
    .selectFrom('token')
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(token.user_id = ${viewer?.userId ?? null} or ${canManageUsers(viewer)}::boolean)`)
    .select([
      'id',
      'user_id as userId',
      'name',
      'prefix',
      'scopes',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
    ]);

export type TokenRow = Awaited<ReturnType<ReturnType<typeof selectTokens>['execute']>>[number];

export const tokenById = rowById((ctx: Context, ids) => selectTokens(ctx).where(isAny('id', ids)).execute());

const columns: OrderColumns<TokenOrderField> = {
  [TokenOrderField.CREATED_AT]: { column: 'createdAt', type: 'timestamptz' },
  [TokenOrderField.EXPIRES_AT]: { column: 'expiresAt', type: 'timestamptz' },
  [TokenOrderField.LAST_USED_AT]: { column: 'usedAt', type: 'timestamptz' },
  [TokenOrderField.NAME]: { column: 'name', type: 'words' },
};
const newestFirst = { field: TokenOrderField.CREATED_AT, direction: OrderDirection.DESC };

export const tokensOfUser = loaderByArguments(async (ctx: Context, userIds, args: PageArgs) => {
  const list = selectTokens(ctx).where(isAny('user_id', userIds)).select('user_id as parentId');
  const pages = await pagesByParent(ctx.db, list, orderKeysOf(columns, null, newestFirst), { parentIds: userIds, args });
  return new Map([...pages].map(([id, page]) => [id, connection(page, () => count(ctx, id))]));
});

async function count(ctx: Context, userId: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from token where user_id = ${userId} and revoked_at is null`.execute(ctx.db);
  return Number(rows[0]?.count ?? 0);
}

function matches({ userId, scope, isExpired }: TokenFilter) {
  const conditions = [sql`true`];
  if (userId) conditions.push(sql`token.user_id = ${uuidOf('User', userId)}`);
  if (scope) conditions.push(sql`${scope} = any(token.scopes)`);
  if (typeof isExpired === 'boolean') conditions.push(sql`(token.expires_at <= now()) = ${isExpired}::boolean`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** The tokens of all people, as far as a search and a filter find them. */
export function tokensOfAll(ctx: Context, { search, filter, orderBy, ...args }: TokenListArgs) {
  const asked = searchedFor(search);
  const list = selectTokens(ctx)
    .where(matches(filter ?? {}))
    .where(
      asked === null ? sql<boolean>`true` : sql<boolean>`(${isCalled(ctx, 'token.user_id', asked)} or ${mentions(sql`token.name`, asked)})`,
    )
    .select(sql<Date>`coalesce(last_used_at, to_timestamp(0))`.as('usedAt'));
  return listed(ctx.db, list, orderKeysOf(columns, orderBy, newestFirst), args);
}

/** What decides who may revoke a token. */
export async function tokenFacts(ctx: Context, { userId }: { userId: string }): Promise<TokenFacts> {
  return { userId, account: (await accountById(ctx, userId)) ?? { isSuperuser: false, permissions: [] } };
}

/** The token that an argument names. */
export const theToken = (path: string): Target<Context, TokenFacts> => ({
  type: 'Token',
  find: async (ctx, args) => {
    const token = await tokenById(ctx, uuidOf('Token', argumentAt(args, path)));
    return token && tokenFacts(ctx, token);
  },
  canView: canSeeToken,
});
