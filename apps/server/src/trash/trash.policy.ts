import { coursePermissions } from '../course/course.permission.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';

/** Whose deleted courses one sees: one's own, and everybody's for who may edit any course. */
export const canSeeTrashOf = (viewer: Viewer | null, ownerId: string): boolean =>
  viewer?.userId === ownerId || holds(viewer, coursePermissions.COURSE_EDIT_ANY);
