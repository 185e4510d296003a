import type { Viewer } from '../kernel/authorize.ts';
import { holds } from '../kernel/permission.ts';
import { systemPermissions } from './system.permission.ts';

/** Figures of the whole installation, about nobody in particular. */
export const canReadSystem = (viewer: Viewer | null): boolean => holds(viewer, systemPermissions.SYSTEM_READ);
