import type { FileUse } from '@cursus/rules/files';
import { coursePermissions } from '../course/course.permission.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { filePermissions } from './file.permission.ts';

/** Whether the viewer may store files for courses: who writes courses may. */
export const canUploadForCourses = (viewer: Viewer | null): boolean =>
  holds(viewer, coursePermissions.COURSE_CREATE) || holds(viewer, coursePermissions.COURSE_EDIT_ANY);

/** Anybody signed in has a picture; the other uses are those of courses. */
export const canUpload = (viewer: Viewer | null, use: FileUse): boolean =>
  use === 'avatar' ? viewer !== null : canUploadForCourses(viewer);

/** Whether the viewer sees and deletes any stored file, whoever's it is. */
export const canManageFiles = (viewer: Viewer | null): boolean => holds(viewer, filePermissions.FILE_MANAGE);

/** One's own, and anybody's for who manages files: who keeps it and where it is used; and to delete it, once nothing refers to it. */
export const canDeleteFile = (viewer: Viewer | null, file: { ownerId: string | null }): boolean =>
  viewer !== null && (viewer.userId === file.ownerId || canManageFiles(viewer));
