import type { Viewer } from '../kernel/authorize.ts';
import { canManageUsers } from '../user/user.policy.ts';

/** Invitations are seen, and taken back, by who manages accounts; nobody else may know of one. */
export const canRevokeInvitation = (viewer: Viewer | null): boolean => canManageUsers(viewer);
