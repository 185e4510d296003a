import type { Viewer } from '../kernel/authorize.ts';
import { type AccountFacts, canManageAccount, canManageUsers } from '../user/user.policy.ts';

/** A session, and what its owner may do. */
export interface SessionFacts {
  readonly userId: string;
  readonly account: AccountFacts;
}

/** A session is known to its owner, and to who manages accounts. */
export const canSeeSession = (viewer: Viewer | null, session: { userId: string }): boolean =>
  viewer !== null && (viewer.userId === session.userId || canManageUsers(viewer));

/** One's own, and those of people who may do no more than the viewer. */
export const canEndSession = (viewer: Viewer | null, { userId, account }: SessionFacts): boolean =>
  viewer !== null && (viewer.userId === userId || canManageAccount(viewer, account));
