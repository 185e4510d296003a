import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { connection } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { loaderByArguments, rowById } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs, pagesByParent } from '../kernel/paging.ts';
import { ownsToken } from './token.policy.ts';

/** Tokens that were not revoked; the viewer's own alone, whatever is asked for. */
const selectTokens = (ctx: Context) =>
  ctx.db
    .selectFrom('token')
    .where('revoked_at', 'is', null)
    .where('user_id', '=', ctx.viewer?.userId ?? null)
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

export const tokenById = rowById((ctx: Context, ids) => selectTokens(ctx).where(isAny('id', ids)).execute());

const newestFirst: readonly OrderKey[] = [
  { column: 'createdAt', type: 'timestamptz', direction: OrderDirection.DESC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

export const tokensOfUser = loaderByArguments(async (ctx: Context, userIds, args: PageArgs) => {
  const list = selectTokens(ctx).where(isAny('user_id', userIds)).select('user_id as parentId');
  const pages = await pagesByParent(ctx.db, list, newestFirst, { parentIds: userIds, args });
  return new Map([...pages].map(([id, page]) => [id, connection(page, () => count(ctx, id))]));
});

async function count(ctx: Context, userId: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from token where user_id = ${userId} and revoked_at is null`.execute(ctx.db);
  return Number(rows[0]?.count ?? 0);
}

/** The token of one's own that an argument names. */
export const theToken = (path: string): Target<Context, { userId: string }> => ({
  type: 'Token',
  find: (ctx, args) => tokenById(ctx, uuidOf('Token', argumentAt(args, path))),
  canView: ownsToken,
});
