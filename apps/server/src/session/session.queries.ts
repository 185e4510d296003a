import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { listed } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { rowById } from '../kernel/loaders.ts';
import { OrderDirection, type PageArgs } from '../kernel/paging.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { isCalled, nameOf } from '../user/person-search.queries.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { accountById } from '../user/user.queries.ts';
import { idleSeconds } from './open-session.ts';
import { canSeeSession, type SessionFacts } from './session.policy.ts';
import { type SessionFilter, type SessionListArgs, SessionOrderField } from './session-list.input.ts';

const isInForce = sql<boolean>`ended_at is null and expires_at > now() and rotated_at > now() - make_interval(secs => ${idleSeconds})`;

const isOfViewer = ({ viewer }: Context) => sql<boolean>`session.user_id = ${viewer?.userId ?? null}`;

/** Sessions that are in force: the viewer's own, and all to who manages accounts. */
const selectSessions = (ctx: Context) =>
  ctx.db
    .selectFrom('session')
    .where(isInForce)
    .where(sql<boolean>`(${isOfViewer(ctx)} or ${canManageUsers(ctx.viewer)}::boolean)`)
    .select(['id', 'user_id as userId', 'device', 'address', 'created_at as createdAt', 'last_seen_at as lastSeenAt']);

export type SessionRow = Awaited<ReturnType<ReturnType<typeof selectSessions>['execute']>>[number];

export const sessionById = rowById((ctx: Context, ids) => selectSessions(ctx).where(isAny('id', ids)).execute());

const columns: OrderColumns<SessionOrderField> = {
  [SessionOrderField.CREATED_AT]: { column: 'createdAt', type: 'timestamptz' },
  [SessionOrderField.LAST_SEEN_AT]: { column: 'lastSeenAt', type: 'timestamptz' },
  [SessionOrderField.NAME]: { column: 'name', type: 'words' },
};
const lastSeenFirst = { field: SessionOrderField.LAST_SEEN_AT, direction: OrderDirection.DESC };

export const sessionsOfViewer = (ctx: Context, args: PageArgs) =>
  listed(ctx.db, selectSessions(ctx).where(isOfViewer(ctx)), orderKeysOf(columns, null, lastSeenFirst), args);

function matches({ userId, address }: SessionFilter) {
  const conditions = [sql`true`];
  if (userId) conditions.push(sql`session.user_id = ${uuidOf('User', userId)}`);
  if (address) conditions.push(sql`session.address = ${address}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

const isFoundBy = (ctx: Context, asked: string) =>
  sql<boolean>`(${isCalled(ctx, 'session.user_id', asked)} or ${mentions(sql`concat_ws(' ', session.device, session.address)`, asked)})`;

/** The sessions of all people, as far as a search and a filter find them. */
export function sessionsOfAll(ctx: Context, { search, filter, orderBy, ...args }: SessionListArgs) {
  const asked = searchedFor(search);
  const order = orderKeysOf(columns, orderBy, lastSeenFirst);
  const list = selectSessions(ctx)
    .where(matches(filter ?? {}))
    .where(asked === null ? sql<boolean>`true` : isFoundBy(ctx, asked))
    .$if(
      order.some(({ column }) => column === 'name'),
      (query) => query.select(nameOf('session.user_id').as('name')),
    );
  return listed(ctx.db, list, order, args);
}

/** What decides who may end a session. */
export async function sessionFacts(ctx: Context, { userId }: { userId: string }): Promise<SessionFacts> {
  return { userId, account: (await accountById(ctx, userId)) ?? { isSuperuser: false, permissions: [] } };
}

/** The session that an argument names. */
export const theSession = (path: string): Target<Context, SessionFacts> => ({
  type: 'Session',
  find: async (ctx, args) => {
    const session = await sessionById(ctx, uuidOf('Session', argumentAt(args, path)));
    return session && sessionFacts(ctx, session);
  },
  canView: canSeeSession,
});
