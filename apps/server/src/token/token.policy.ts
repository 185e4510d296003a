import type { Viewer } from '../kernel/authorize.ts';
import { type AccountFacts, canManageAccount, canManageUsers } from '../user/user.policy.ts';

/** A token, and what its owner may do. */
export interface TokenFacts {
  readonly userId: string;
  readonly account: AccountFacts;
}

/** A token is known to its owner, and to who manages accounts. Its secret is known to nobody. */
export const canSeeToken = (viewer: Viewer | null, token: { userId: string }): boolean =>
  viewer !== null && (viewer.userId === token.userId || canManageUsers(viewer));

/** One's own, and those of people who may do no more than the viewer. */
export const canRevokeToken = (viewer: Viewer | null, { userId, account }: TokenFacts): boolean =>
  viewer !== null && (viewer.userId === userId || canManageAccount(viewer, account));
