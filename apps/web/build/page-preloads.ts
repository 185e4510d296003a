import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

const sources = join(import.meta.dirname, '..', 'src');
/** A page in the router's source: its pattern, and the module that is fetched for it. */
const route = /[pP]age\(\s*'([^']+)',[^;]*?import\('\.\.\/(pages\/[^']+)'\)/g;

/** What such a page nearly always needs besides. */
const alongWith: Readonly<Record<string, readonly string[]>> = {
  'pages/learning/player-page.tsx': ['features/item/text.item.tsx'],
};

/**
 * Tells the server which files a page needs beside those in index.html, by the pattern of its address, so that a browser asks for all of
 * them at once and not for the page's when it has run the others.
 */
export function pagePreloads(): Plugin {
  return {
    name: 'page-preloads',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((each): each is Chunk => each.type === 'chunk');
        const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const closureOf = (chunk: Chunk | undefined, found = new Set<Chunk>()): Set<Chunk> => {
          if (chunk === undefined || found.has(chunk)) return found;
          found.add(chunk);
          for (const name of chunk.imports) closureOf(byName.get(name), found);
          return found;
        };
        const holding = (module: string): Chunk => {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(join(sources, module)));
          if (chunk === undefined) throw new Error(`Nothing was built from ${module}`);
          return chunk;
        };
        // What index.html names by itself.
        const initial = closureOf(holding('main.tsx'));

        const filesOf = (module: string): string[] => {
          const found = new Set<Chunk>();
          for (const each of [module, ...(alongWith[module] ?? [])]) closureOf(holding(each), found);
          const own = [...found].filter((chunk) => !initial.has(chunk));
          return [...own.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]), ...own.map(({ fileName }) => fileName)];
        };
        const pages = globSync('app/*rout*.{ts,tsx}', { cwd: sources }).flatMap((file) => [
          ...readFileSync(join(sources, file), 'utf8').matchAll(route),
        ]);
        const preloads = Object.fromEntries(pages.map(([, pattern = '', module = '']) => [pattern, filesOf(module)]));
        this.emitFile({ type: 'asset', fileName: 'page-preloads.json', source: JSON.stringify(preloads) });
      },
    },
  };
}
