import type { RouteObject } from 'react-router';

/** The instructor's pages: for whom may write courses; each page shows what the server answers. */
export const teachingRoutes: RouteObject[] = [];
