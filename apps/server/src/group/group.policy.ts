import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { groupPermissions } from './group.permission.ts';

/** Whether the viewer makes groups and changes who is in them, within what they may do themselves. */
export const canManageGroups = (viewer: Viewer | null): boolean => holds(viewer, groupPermissions.GROUP_MANAGE);

/** Whoever manages accounts has to know in which groups they may be. */
export const canSeeGroups = (viewer: Viewer | null): boolean => canManageGroups(viewer) || canManageUsers(viewer);

/** Nobody gives or takes what they do not have: a group that allows more than the viewer may is not theirs to change. */
export const canEditGroup = (viewer: Viewer | null, group: { permissions: readonly string[] }): boolean =>
  viewer !== null && canManageGroups(viewer) && group.permissions.every((permission) => viewer.permissions.has(permission));

export const canDeleteGroup = (viewer: Viewer | null, group: { permissions: readonly string[]; isDefault: boolean }): boolean =>
  !group.isDefault && canEditGroup(viewer, group);
