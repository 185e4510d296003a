import type { Viewer } from '../kernel/authorize.ts';
import { type DeclaredPermission, holds } from '../kernel/permission.ts';
import { CourseStatus } from './course.entity.ts';
import { coursePermissions } from './course.permission.ts';

/** What a decision about a course needs to know: rows and entities alike have it. */
export interface CourseFacts {
  readonly ownerId: string;
  readonly status: CourseStatus;
  /** Whether the viewer is enrolled at present. */
  readonly isEnrolled: boolean;
  /** Whether the viewer may see drafts of it and asks to see it as a student would. */
  readonly isPreviewed?: boolean;
}

/** Who asks to be shown what a student is shown has no other right meanwhile. */
const may = (viewer: Viewer | null, permission: DeclaredPermission): boolean => viewer?.isAsStudent !== true && holds(viewer, permission);

/** Whose courses the viewer has an owner's rights on: their own, unless they ask to see them as a student would. */
export const ownerIdOf = (viewer: Viewer | null): string | null => (viewer === null || viewer.isAsStudent === true ? null : viewer.userId);

const owns = (viewer: Viewer | null, course: CourseFacts): boolean => viewer !== null && ownerIdOf(viewer) === course.ownerId;

export const canCreateCourse = (viewer: Viewer | null): boolean => may(viewer, coursePermissions.COURSE_CREATE);

/** Drafts included: to see what is not published yet, wherever it stands. */
export const canReadAnyCourse = (viewer: Viewer | null): boolean =>
  may(viewer, coursePermissions.COURSE_EDIT_ANY) || may(viewer, coursePermissions.COURSE_READ_ANY);

/** Whose courses the viewer sees as a student would: their own; null: everybody's; undefined: nobody's, for they ask for no preview. */
export function previewedOwner(viewer: Viewer | null): string | null | undefined {
  if (viewer?.isAsStudent !== true) return undefined;
  const seesAll = holds(viewer, coursePermissions.COURSE_EDIT_ANY) || holds(viewer, coursePermissions.COURSE_READ_ANY);
  return seesAll ? null : viewer.userId;
}

export const canEditCourse = (viewer: Viewer | null, course: CourseFacts): boolean =>
  owns(viewer, course) || may(viewer, coursePermissions.COURSE_EDIT_ANY);

/** Its staff: who sees what of it is not published yet. */
export const isStaffOf = (viewer: Viewer | null, course: CourseFacts): boolean => owns(viewer, course) || canReadAnyCourse(viewer);

/** A student of a course that went back to draft still sees that it exists. */
export const canViewCourse = (viewer: Viewer | null, course: CourseFacts): boolean =>
  course.status === CourseStatus.PUBLISHED || course.isEnrolled || isStaffOf(viewer, course) || course.isPreviewed === true;

/** Module titles and descriptions. */
export const canViewOutline = (viewer: Viewer | null, course: CourseFacts): boolean =>
  course.status === CourseStatus.PUBLISHED || canReadCourse(viewer, course);

/** Contents and their files. */
export const canReadCourse = (viewer: Viewer | null, course: CourseFacts): boolean =>
  isStaffOf(viewer, course) || course.isPreviewed === true || (course.isEnrolled && course.status !== CourseStatus.DRAFT);

export const canEnrol = (viewer: Viewer | null, course: CourseFacts): boolean =>
  viewer !== null && course.status === CourseStatus.PUBLISHED && !course.isEnrolled && course.isPreviewed !== true;
