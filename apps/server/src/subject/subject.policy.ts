import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { subjectPermissions } from './subject.permission.ts';

/** Subjects are made, changed and deleted by administrators and managers. */
export const canManageSubjects = (viewer: Viewer | null): boolean => holds(viewer, subjectPermissions.SUBJECT_MANAGE);
