import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Area } from '../i18n/languages.ts';
import { loadWords } from '../lib/translations.ts';

/** A page's code is fetched when somebody goes there, and its words beside it; words that `areas` doesn't name come a little later. */
export const lazyPage = (path: string, load: () => Promise<ComponentType>, areas: readonly Area[] = []): RouteObject => ({
  path,
  lazy: async () => {
    const [Component] = await Promise.all([load(), loadWords(areas)]);
    return { Component };
  },
});
