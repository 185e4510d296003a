import { Permission } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { CourseStatus } from './course.entity.ts';

/** What a decision about a course needs to know: rows and entities alike have it. */
export interface CourseFacts {
  readonly ownerId: string;
  readonly status: CourseStatus;
  /** Whether the viewer is enrolled at present. */
  readonly isEnrolled: boolean;
}

const may = (viewer: Viewer | null, permission: Permission): boolean => viewer !== null && viewer.permissions.has(permission);
const owns = (viewer: Viewer | null, course: CourseFacts): boolean => viewer !== null && viewer.userId === course.ownerId;

export const canCreateCourse = (viewer: Viewer | null): boolean => may(viewer, Permission.COURSE_CREATE);

/** Drafts included: to see what is not published yet, wherever it stands. */
export const canReadAnyCourse = (viewer: Viewer | null): boolean =>
  may(viewer, Permission.COURSE_EDIT_ANY) || may(viewer, Permission.COURSE_READ_ANY);

export const canEditCourse = (viewer: Viewer | null, course: CourseFacts): boolean =>
  owns(viewer, course) || may(viewer, Permission.COURSE_EDIT_ANY);

/** Its staff: who sees what of it is not published yet. */
export const isStaffOf = (viewer: Viewer | null, course: CourseFacts): boolean => owns(viewer, course) || canReadAnyCourse(viewer);

/** A student of a course that went back to draft still sees that it exists. */
export const canViewCourse = (viewer: Viewer | null, course: CourseFacts): boolean =>
  course.status === CourseStatus.PUBLISHED || course.isEnrolled || isStaffOf(viewer, course);

/** Module titles and descriptions. */
export const canViewOutline = (viewer: Viewer | null, course: CourseFacts): boolean =>
  isStaffOf(viewer, course) || course.status === CourseStatus.PUBLISHED || (course.isEnrolled && course.status !== CourseStatus.DRAFT);

/** Contents and their files. */
export const canReadCourse = (viewer: Viewer | null, course: CourseFacts): boolean =>
  isStaffOf(viewer, course) || (course.isEnrolled && course.status !== CourseStatus.DRAFT);

export const canEnrol = (viewer: Viewer | null, course: CourseFacts): boolean =>
  viewer !== null && course.status === CourseStatus.PUBLISHED && !course.isEnrolled;
