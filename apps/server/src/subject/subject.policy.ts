import { Permission } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';

/** Subjects are made, changed and deleted by administrators and managers. */
export const canManageSubjects = (viewer: Viewer | null): boolean => viewer !== null && viewer.permissions.has(Permission.SUBJECT_MANAGE);
