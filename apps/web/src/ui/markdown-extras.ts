import type { PluggableList } from 'unified';

/** What only some texts need, and is too heavy for the others: KaTeX and the highlighter. */
const extras = {
  maths: { isIn: /\$|(?:`{3}|~{3})\s*math/, load: async () => (await import('./maths-plugin.ts')).mathsPlugin },
  code: { isIn: /`{3}|~{3}/, load: async () => (await import('./code-plugin.ts')).codePlugin },
} as const;

type ExtraName = keyof typeof extras;
const names = ['maths', 'code'] as const satisfies readonly ExtraName[];

const none: PluggableList = [];
const loading = new Map<ExtraName, Promise<PluggableList>>();

/** Cached, because React waits for the same promise again and again. Without a connection a text is shown without them. */
function load(name: ExtraName): Promise<PluggableList> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const plugins = extras[name].load().catch(() => {
    loading.delete(name);
    return none;
  });
  loading.set(name, plugins);
  return plugins;
}

/** The rehype plugins that a text needs, on their way; empty for most texts. */
export const extrasOf = (text: string): readonly Promise<PluggableList>[] => names.filter((name) => extras[name].isIn.test(text)).map(load);
