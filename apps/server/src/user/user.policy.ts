import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { userPermissions } from './user.permission.ts';

/** Whoever manages accounts knows of all. */
export const canManageUsers = (viewer: Viewer | null): boolean => holds(viewer, userPermissions.USER_MANAGE);

/** The account behind a card: username, e-mail address, permissions. */
export const canSeeAccount = (viewer: Viewer | null, user: { id: string }): boolean => viewer?.userId === user.id || canManageUsers(viewer);

/** What an account's owner may do. */
export interface AccountFacts {
  readonly permissions: readonly string[];
}

/** Nobody takes over the account of somebody who may do more than they do. */
export const canManageAccount = (viewer: Viewer | null, account: AccountFacts): boolean =>
  viewer !== null && canManageUsers(viewer) && account.permissions.every((permission) => viewer.permissions.has(permission));
