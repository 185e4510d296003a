import { Permission } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';

/** The account behind a card: username, e-mail address, permissions. */
export const canSeeAccount = (viewer: Viewer | null, user: { id: string }): boolean =>
  viewer !== null && (viewer.userId === user.id || viewer.permissions.has(Permission.USER_MANAGE));

/** Nobody takes over the account of somebody who may do more than they do. */
export const canManageAccount = (viewer: Viewer | null, account: { permissions: readonly string[] }): boolean =>
  viewer !== null &&
  viewer.permissions.has(Permission.USER_MANAGE) &&
  account.permissions.every((permission) => viewer.permissions.has(permission));

/** Whoever manages accounts knows of all. */
export const canManageUsers = (viewer: Viewer | null): boolean => viewer !== null && viewer.permissions.has(Permission.USER_MANAGE);
