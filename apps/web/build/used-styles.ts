import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const folderOf = (name: string): string => dirname(fileURLToPath(import.meta.resolve(name)));

const library = folderOf('@mantine/core');
/** Who uses it: we, and what stands on it. */
const users = [join(import.meta.dirname, '..', 'src'), folderOf('@mantine/notifications')];

/** Leaves of Mantine's styles those of the components that are used: a sixth of them. */
export function usedStyles(): Plugin {
  return {
    name: 'used-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /@mantine\/core\/styles\.css$/ },
      handler(css) {
        const used = classesBehind(namesImported());
        const isUsed = (rule: string): boolean => {
          const classes = rule.match(/\bm_[0-9a-f]+/g);
          return classes === null || classes.some((each) => used.has(each));
        };
        return rulesOf(css).filter(isUsed).join('');
      },
    },
  };
}

/** What is imported of the library, by name. */
function namesImported(): Set<string> {
  const files = users.flatMap((folder) =>
    globSync('**/*.{ts,tsx,mjs}', { cwd: folder, exclude: ['gql/**'] }).map((file) => join(folder, file)),
  );
  const imports = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/import \{([^}]+)\} from ['"]@mantine\/core['"]/g)]);
  return new Set(imports.flatMap(([, names = '']) => names.split(',').map((name) => name.trim())));
}

/** The classes of the modules in which these names are defined, and of all that those import. */
function classesBehind(names: ReadonlySet<string>): Set<string> {
  const classes = new Set<string>();
  const seen = new Set<string>();
  const read = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [name] of source.matchAll(/\bm_[0-9a-f]+/g)) classes.add(name);
    for (const [, path = ''] of source.matchAll(/from "(\.[^"]+)"/g)) read(join(dirname(file), path));
  };
  for (const [, exported = '', path = ''] of readFileSync(join(library, 'index.mjs'), 'utf8').matchAll(
    /import \{([^}]+)\} from "(\.[^"]+)"/g,
  )) {
    if (exported.split(',').some((name) => names.has(name.trim()))) read(join(library, path));
  }
  return classes;
}

/** The rules of a style sheet, each with the blocks inside it. */
function rulesOf(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { index, 0: brace } of css.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth > 0) continue;
    rules.push(css.slice(begin, index + 1));
    begin = index + 1;
  }
  return rules;
}
