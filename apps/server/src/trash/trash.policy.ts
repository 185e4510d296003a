import { Permission } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';

/** Whose deleted courses one sees: one's own, and everybody's for who may edit any course. */
export const canSeeTrashOf = (viewer: Viewer | null, ownerId: string): boolean =>
  viewer !== null && (viewer.userId === ownerId || viewer.permissions.has(Permission.COURSE_EDIT_ANY));
