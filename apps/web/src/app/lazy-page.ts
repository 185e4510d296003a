import type { ComponentType } from 'react';
import { matchPath, type Params, type RouteObject } from 'react-router';
import type { Area } from '../i18n/languages.ts';
import { connection } from '../lib/connection.ts';
import { failureOf, OutdatedPage } from '../lib/failure.ts';
import { loadWords } from '../lib/translations.ts';

/** Asks early for what a page shows (`lib/early-answers.ts`), by what stands in its address. */
export type AskEarly = (params: Params, search: URLSearchParams) => Promise<unknown>;

/** A page that has such a question says so beside its component. */
type LoadedPage = ComponentType | { Component: ComponentType; ask: AskEarly };

/** A page's code is fetched when somebody goes there, and its words beside it; words that `areas` doesn't name come a little later. */
export const lazyPage = (path: string, load: () => Promise<LoadedPage>, areas: readonly Area[] = []): RouteObject => ({
  path,
  lazy: async () => {
    const loaded = load().then((page) => {
      if (!('ask' in page)) return page;
      // Only the page that one comes to first is there already: for others the browser's address is still that of the page before.
      const here = matchPath(path, window.location.pathname);
      if (here !== null) void page.ask(here.params, new URLSearchParams(window.location.search)).catch(() => undefined);
      return page.Component;
    });
    const [Component] = await Promise.all([loaded, loadWords(areas)]).catch(tellWhy);
    return { Component };
  },
});

/** A browser says the same of a server that is away and of one that has another version by now. */
async function tellWhy(error: unknown): Promise<never> {
  const isFetched = failureOf(error).cause === 'NO_CONNECTION';
  throw isFetched && (await connection.ask()) ? new OutdatedPage('The code of this page is gone', { cause: error }) : error;
}
