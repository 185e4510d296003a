import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { connection } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { rowById } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, page, type PageArgs } from '../kernel/paging.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { canRevokeInvitation } from './invitation.policy.ts';

/** Invitations that were not taken back, to who manages accounts. */
const selectInvitations = ({ db, viewer }: Context) =>
  db
    .selectFrom('invitation')
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`${canManageUsers(viewer)}::boolean`)
    .select(['id', 'email', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt']);

export const invitationById = rowById((ctx: Context, ids) => selectInvitations(ctx).where(isAny('id', ids)).execute());

const newestFirst: readonly OrderKey[] = [
  { column: 'createdAt', type: 'timestamptz', direction: OrderDirection.DESC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

/** The invitation that an argument names. */
export const theInvitation: Target<Context, object> = {
  type: 'Invitation',
  find: (ctx, args) => invitationById(ctx, uuidOf('Invitation', argumentAt(args, 'input.id'))),
  canView: canRevokeInvitation,
};

export async function invitationsVisibleTo(ctx: Context, args: PageArgs) {
  const found = await page(ctx.db, selectInvitations(ctx), newestFirst, args);
  return connection(found, async () => {
    const { rows } = await sql<{ count: string }>`select count(*) as count from (${selectInvitations(ctx)}) listed`.execute(ctx.db);
    return Number(rows[0]?.count ?? 0);
  });
}
