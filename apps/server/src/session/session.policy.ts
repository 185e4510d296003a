import type { Viewer } from '../kernel/authorize.ts';

/** A session is its owner's alone; nobody else may know of it. */
export const ownsSession = (viewer: Viewer | null, session: { userId: string }): boolean =>
  viewer !== null && viewer.userId === session.userId;
