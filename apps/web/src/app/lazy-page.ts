import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** A page's code is fetched when somebody goes there. */
export const lazyPage = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});
