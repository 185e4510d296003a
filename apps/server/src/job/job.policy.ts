import type { Viewer } from '../kernel/authorize.ts';
import { canReadSystem } from '../system/system.policy.ts';

export const canSeeFailedJob = canReadSystem;

/** It does again what had been asked for already, so whoever sees that it failed may have it tried. */
export const canRetryJob = (viewer: Viewer | null): boolean => canReadSystem(viewer);
