import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { argumentAt, type Target } from '../kernel/authorize.ts';
import { listed } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { type OrderColumns, orderKeysOf } from '../kernel/list-order.ts';
import { rowById } from '../kernel/loaders.ts';
import { OrderDirection } from '../kernel/paging.ts';
import { mentions, searchedFor } from '../kernel/search.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { InvitationOrderField, type InvitationsArgs } from './invitation.input.ts';
import { canRevokeInvitation } from './invitation.policy.ts';

/** Invitations that were not taken back, to who manages accounts. */
const selectInvitations = ({ db, viewer }: Context) =>
  db
    .selectFrom('invitation')
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`${canManageUsers(viewer)}::boolean`)
    .select(['id', 'email', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt']);

export const invitationById = rowById((ctx: Context, ids) => selectInvitations(ctx).where(isAny('id', ids)).execute());

const keys: OrderColumns<InvitationOrderField> = {
  [InvitationOrderField.CREATED_AT]: { column: 'createdAt', type: 'timestamptz' },
  [InvitationOrderField.EMAIL]: { column: 'email', type: 'words' },
};

/** The invitation that an argument names. */
export const theInvitation: Target<Context, object> = {
  type: 'Invitation',
  find: (ctx, args) => invitationById(ctx, uuidOf('Invitation', argumentAt(args, 'input.id'))),
  canView: canRevokeInvitation,
};

export function invitationsVisibleTo(ctx: Context, { search, orderBy, ...args }: InvitationsArgs) {
  const asked = searchedFor(search);
  const found = selectInvitations(ctx).where(asked === null ? sql<boolean>`true` : mentions(sql<string>`email`, asked));
  return listed(
    ctx.db,
    found,
    orderKeysOf(keys, orderBy, { field: InvitationOrderField.CREATED_AT, direction: OrderDirection.DESC }),
    args,
  );
}
