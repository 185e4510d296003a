import { type CourseFacts, canEditCourse } from '../course/course.policy.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { enrolmentPermissions } from './enrolment.permission.ts';

/** Whether the viewer sees and changes anybody's enrolments, whoever's the course is. */
export const canManageEnrolments = (viewer: Viewer | null): boolean => holds(viewer, enrolmentPermissions.ENROLMENT_MANAGE);

export const canSeeStudentsOf = (viewer: Viewer | null, course: CourseFacts): boolean => canEditCourse(viewer, course);

/** A student sees their own enrolment; who may edit the course sees all of its, who manages enrolments all there are. */
export const canViewEnrolment = (viewer: Viewer | null, enrolment: { studentId: string }, course: CourseFacts): boolean =>
  viewer?.userId === enrolment.studentId || canSeeStudentsOf(viewer, course) || canManageEnrolments(viewer);

/** Only who is enrolled at present can leave, and tick off contents. */
export const isStudentOf = (_viewer: Viewer | null, course: CourseFacts): boolean => course.isEnrolled;

/** One's own, and anybody's for who manages enrolments. */
export const canEndEnrolment = (viewer: Viewer | null, { studentId }: { studentId: string }): boolean =>
  viewer?.userId === studentId || canManageEnrolments(viewer);
