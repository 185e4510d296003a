import { hasScope, type Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { Scope } from '../token/scope.ts';
import { userPermissions } from './user.permission.ts';

/** What a decision about an account needs to know: what its owner may do. */
export interface AccountFacts {
  readonly isSuperuser: boolean;
  readonly permissions: readonly string[];
}

/** Whoever manages accounts knows of all. */
export const canManageUsers = (viewer: Viewer | null): boolean => holds(viewer, userPermissions.USER_MANAGE);

/** The account behind anybody's card: username, e-mail address, permissions. A token that reads its owner's reads no other's. */
export const canSeeAccounts = (viewer: Viewer | null): boolean => canManageUsers(viewer) && hasScope(viewer, Scope.USER_READ);

export const canSeeAccount = (viewer: Viewer | null, user: { id: string }): boolean => viewer?.userId === user.id || canSeeAccounts(viewer);

/** Nobody takes over the account of somebody who may do more than they do. */
export const canManageAccount = (viewer: Viewer | null, account: AccountFacts): boolean =>
  viewer !== null &&
  canManageUsers(viewer) &&
  (!account.isSuperuser || viewer.isSuperuser === true) &&
  account.permissions.every((permission) => viewer.permissions.has(permission));

/** Nobody shuts themselves out. */
export const canSuspendAccount = (viewer: Viewer | null, account: AccountFacts & { id: string }): boolean =>
  viewer?.userId !== account.id && canManageAccount(viewer, account);

/** To be a superuser is theirs alone to give and to take. */
export const canSetSuperuser = (viewer: Viewer | null): boolean => viewer?.isSuperuser === true;
