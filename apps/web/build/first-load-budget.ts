import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

interface Budget {
  name: string;
  /** What a browser asks for without anybody's touch, as modules: the page, the words, what comes when the page is at rest. */
  modules: readonly RegExp[];
  maxKilobytes: number;
  /** Each is a way to the server and back, and over HTTP/1.1 six go at a time. */
  maxFiles: number;
  /** Modules that have no place in it. */
  without: RegExp;
}

const always = [/\/src\/main\.tsx$/, /\/i18n\/fr\/shell\.ts$/, /\/i18n\/fr\/errors\.ts$/];
const player = [...always, /\/player-page\.tsx$/, /\/src\/ui\/toaster\.tsx$/, /\/i18n\/fr\/learning\.ts$/];
const editor = /\/node_modules\/(?:@tiptap|prosemirror-[a-z]+|@codemirror)\//;

const budgets: readonly Budget[] = [
  {
    name: 'Catalogue, first load',
    modules: [...always, /\/catalogue-page\.tsx$/, /\/i18n\/fr\/catalogue\.ts$/],
    maxKilobytes: 250,
    maxFiles: 16,
    without: /\/node_modules\/(?:katex|highlight\.js|@dnd-kit|zod|@floating-ui|micromark)\//,
  },
  {
    name: 'Player',
    modules: player,
    maxKilobytes: 310,
    maxFiles: 20,
    without: editor,
  },
  {
    name: 'Player with a text',
    modules: [...player, /\/text\.item\.tsx$/],
    maxKilobytes: 360,
    maxFiles: 22,
    // A form has no place where one reads.
    without: /\/node_modules\/(?:katex|highlight\.js|zod|@mantine\/form|@tiptap|prosemirror-[a-z]+|@codemirror)\//,
  },
];

/** Fails the build when a first load grows beyond its budget of compressed JavaScript or comes in too many files, or when a page's code comes with every other's. */
export function firstLoadBudget(): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((each): each is Chunk => each.type === 'chunk');
        const faults = budgets.flatMap((budget) => {
          const loaded = loadedFor(chunks, budget);
          const kilobytes = loaded.reduce((sum, { code }) => sum + gzipSync(code).length, 0) / 1000;
          const { length: files } = loaded;
          const isKept = kilobytes <= budget.maxKilobytes && files <= budget.maxFiles;
          const weight = `${kilobytes.toFixed(1)} kB of ${budget.maxKilobytes} kB, compressed, in ${files} files of ${budget.maxFiles}`;
          this.info(`${isKept ? 'ok    ' : 'FAILED'} ${budget.name}: ${weight}`);
          const misplaced = loaded.flatMap(({ moduleIds }) => moduleIds.filter((id) => budget.without.test(id)));
          return [
            ...(isKept ? [] : [`${budget.name}, too much or too many: ${weight}.\n${tableOf(loaded)}`]),
            ...(misplaced.length === 0 ? [] : [`${budget.name} holds what it must not:\n${misplaced.slice(0, 10).join('\n')}`]),
          ];
        });
        const eager = withImports(
          chunks,
          chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/src/main.tsx'))),
        ).flatMap(({ moduleIds }) => moduleIds);
        const pages = eager.filter((id) => id.includes('/src/pages/'));
        if (pages.length > 0) faults.push(`These pages are loaded with every other:\n${pages.join('\n')}`);
        if (faults.length > 0) this.error(faults.join('\n\n'));
      },
    },
  };
}

function loadedFor(chunks: readonly Chunk[], { name, modules }: Budget): Chunk[] {
  const wanted = modules.map((module) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => module.test(id)));
    if (chunk === undefined) throw new Error(`${name}: nothing was built from ${String(module)}`);
    return chunk;
  });
  return withImports(chunks, wanted);
}

function withImports(chunks: readonly Chunk[], wanted: readonly Chunk[]): Chunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Chunk>();
  const take = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) take(byName.get(name));
  };
  wanted.forEach(take);
  return [...found];
}

/** The heaviest packages and folders of a load, before compression. */
function tableOf(loaded: readonly Chunk[]): string {
  const sizes = new Map<string, number>();
  for (const [id, { code }] of loaded.flatMap(({ modules }) => Object.entries(modules))) {
    const [, owner = id] = /(?:.*\/node_modules\/((?:@[^/]+\/)?[^/]+)|(\/src\/[^/]+\/[^/]+))/.exec(id) ?? [];
    sizes.set(owner, (sizes.get(owner) ?? 0) + (code?.length ?? 0));
  }
  const heaviest = [...sizes].toSorted(([, one], [, other]) => other - one).slice(0, 15);
  return heaviest.map(([owner, size]) => `${(size / 1000).toFixed(1).padStart(9)} kB  ${owner}`).join('\n');
}
