import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { listed } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { rowById } from '../kernel/loaders.ts';
import { OrderDirection, type OrderKey, type PageArgs } from '../kernel/paging.ts';
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

export const invitationsVisibleTo = (ctx: Context, args: PageArgs) => listed(ctx.db, selectInvitations(ctx), newestFirst, args);
