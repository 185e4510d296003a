import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { auditPermissions } from './audit.permission.ts';

/** Before and after of everything that anybody changed. */
export const canReadAuditLog = (viewer: Viewer | null): boolean => holds(viewer, auditPermissions.AUDIT_READ);
