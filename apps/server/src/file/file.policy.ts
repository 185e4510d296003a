import type { FileUse } from '@cursus/rules/files';
import { Permission } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';

/** Whether the viewer may store files for courses: who writes courses may. */
export const canUploadForCourses = (viewer: Viewer | null): boolean =>
  viewer !== null && (viewer.permissions.has(Permission.COURSE_CREATE) || viewer.permissions.has(Permission.COURSE_EDIT_ANY));

/** Anybody signed in has a picture; the other uses are those of courses. */
export const canUpload = (viewer: Viewer | null, use: FileUse): boolean =>
  use === 'avatar' ? viewer !== null : canUploadForCourses(viewer);
