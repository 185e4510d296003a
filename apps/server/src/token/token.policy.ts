import type { Viewer } from '../kernel/authorize.ts';

/** A token is its owner's alone; nobody else may know of it. */
export const ownsToken = (viewer: Viewer | null, token: { userId: string }): boolean => viewer !== null && viewer.userId === token.userId;
