import { Permission } from '../group/permission.ts';
import type { Viewer } from '../kernel/authorize.ts';

/** The account behind a card: username, e-mail address, permissions. */
export const canSeeAccount = (viewer: Viewer | null, user: { id: string }): boolean =>
  viewer !== null && (viewer.userId === user.id || viewer.permissions.has(Permission.USER_MANAGE));
