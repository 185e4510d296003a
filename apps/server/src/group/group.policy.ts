import { hasScope, type Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { Scope } from '../token/scope.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { groupPermissions } from './group.permission.ts';

/** Whether the viewer makes groups and changes who is in them, within what they may do themselves. */
export const canManageGroups = (viewer: Viewer | null): boolean => holds(viewer, groupPermissions.GROUP_MANAGE);

/** In which groups a new account is: to say so takes what changing the groups of an old one takes, a token's scope among it. */
export const canChooseGroups = (viewer: Viewer | null): boolean => canManageGroups(viewer) && hasScope(viewer, Scope.GROUP_WRITE);

/** Whoever manages accounts has to know in which groups they may be. */
export const canSeeGroups = (viewer: Viewer | null): boolean => canManageGroups(viewer) || canManageUsers(viewer);

/** Nobody gives or takes what they do not have: a group that allows more than the viewer may is not theirs to change. */
export const canEditGroup = (viewer: Viewer | null, group: { permissions: readonly string[] }): boolean =>
  viewer !== null && canManageGroups(viewer) && group.permissions.every((permission) => viewer.permissions.has(permission));

export const canDeleteGroup = (viewer: Viewer | null, group: { permissions: readonly string[]; isDefault: boolean }): boolean =>
  !group.isDefault && canEditGroup(viewer, group);
