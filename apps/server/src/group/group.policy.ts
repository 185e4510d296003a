import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { groupPermissions } from './group.permission.ts';

/** Groups, what they allow and who is in them are seen and changed by who may, within what they may do themselves. */
export const canManageGroups = (viewer: Viewer | null): boolean => holds(viewer, groupPermissions.GROUP_MANAGE);
