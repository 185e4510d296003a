import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { connection } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { rowById } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, page, type PageArgs } from '../kernel/paging.ts';
import { idleSeconds } from './open-session.ts';
import { ownsSession } from './session.policy.ts';

const isInForce = sql<boolean>`ended_at is null and expires_at > now() and rotated_at > now() - make_interval(secs => ${idleSeconds})`;

/** Sessions that are in force; the viewer's own alone, whatever is asked for. */
const selectSessions = (ctx: Context) =>
  ctx.db
    .selectFrom('session')
    .where(isInForce)
    .where('user_id', '=', ctx.viewer?.userId ?? null)
    .select(['id', 'user_id as userId', 'device', 'address', 'created_at as createdAt', 'last_seen_at as lastSeenAt']);

export type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['execute']>>[number];

export const sessionById = rowById((ctx: Context, ids) => selectSessions(ctx).where(isAny('id', ids)).execute());

const lastSeenFirst: readonly OrderKey[] = [
  { column: 'lastSeenAt', type: 'timestamptz', direction: OrderDirection.DESC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

export async function sessionsOfViewer(ctx: Context, args: PageArgs) {
  const found = await page(ctx.db, selectSessions(ctx), lastSeenFirst, args);
  return connection(found, async () => {
    const { rows } = await sql<{ count: string }>`select count(*) as count from (${selectSessions(ctx)}) listed`.execute(ctx.db);
    return Number(rows[0]?.count ?? 0);
  });
}

/** The session of one's own that an argument names. */
export const theSession = (path: string): Target<Context, { userId: string }> => ({
  type: 'Session',
  find: (ctx, args) => sessionById(ctx, uuidOf('Session', argumentAt(args, path))),
  canView: ownsSession,
});
