import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type { Area } from '../i18n/languages.ts';
import { connection } from '../lib/connection.ts';
import { failureOf, OutdatedPage } from '../lib/failure.ts';
import { loadWords } from '../lib/translations.ts';

/** A page's code is fetched when somebody goes there, and its words beside it; words that `areas` doesn't name come a little later. */
export const lazyPage = (path: string, load: () => Promise<ComponentType>, areas: readonly Area[] = []): RouteObject => ({
  path,
  lazy: async () => {
    const [Component] = await Promise.all([load(), loadWords(areas)]).catch(tellWhy);
    return { Component };
  },
});

/** A browser says the same of a server that is away and of one that has another version by now. */
async function tellWhy(error: unknown): Promise<never> {
  const isFetched = failureOf(error).cause === 'NO_CONNECTION';
  throw isFetched && (await connection.ask()) ? new OutdatedPage('The code of this page is gone', { cause: error }) : error;
}
