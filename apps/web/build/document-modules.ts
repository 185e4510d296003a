import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse, visit } from 'graphql';
import type { Plugin } from 'vite';

type Definition = FragmentDefinitionNode | OperationDefinitionNode;

const sources = join(import.meta.dirname, '..', 'src');
const persisted = join(sources, 'gql', 'trusted', 'persisted-documents.json');

const call = /\bgraphql\(\s*`([^`]+)`,?\s*\)/g;
const moduleOf = { document: 'virtual:document/', definition: 'virtual:definition/' };

/**
 * Gives each GraphQL document a module of its own, so that a page loads those that it sends, and nothing of the others. Codegen has one
 * module for all. An operation carries the hash by which the server trusts it, as `documentId`.
 */
export function documentModules(): Plugin {
  const definitions = new Map<string, Definition>();

  /** A definition and the fragments that it stands on, near and far. */
  const namesWithin = (name: string, found = new Set<string>()): Set<string> => {
    const definition = definitions.get(name);
    if (definition === undefined) throw new Error(`No document is called ${name}`);
    if (found.has(name)) return found;
    found.add(name);
    visit(definition, { FragmentSpread: ({ name: { value } }) => void namesWithin(value, found) });
    return found;
  };

  return {
    name: 'document-modules',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      for (const { text } of globSync('**/*.{ts,tsx}', { cwd: sources, exclude: ['gql/**'] }).flatMap(documentsIn)) {
        const definition = definitionOf(text);
        definitions.set(nameOf(definition), definition);
      }
      for (const [documentId, text] of Object.entries(readTrustedDocuments())) {
        const name = nameOf(parse(text).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as Definition);
        const definition = definitions.get(name);
        if (definition !== undefined) definitions.set(name, Object.assign(definition, { documentId }));
      }
    },
    transform(code, id) {
      if (!id.startsWith(sources) || id.includes('/gql/') || !code.includes('graphql(')) return undefined;
      const imports: string[] = [];
      const rewritten = code.replace(call, (_all, text: string) => {
        const name = nameOf(definitionOf(text));
        imports.push(`import document_${name} from '${moduleOf.document}${name}';`);
        return `document_${name}`;
      });
      return { code: `${rewritten}\n${imports.join('\n')}`, map: null };
    },
    resolveId: (id) =>
      Object.values(moduleOf).some((prefix) => id.startsWith(prefix)) ? { id: `\0${id}`, moduleSideEffects: false } : undefined,
    load(id) {
      const [, prefix, name = ''] = /^\0(virtual:(?:document|definition)\/)(.+)$/.exec(id) ?? [];
      if (prefix === moduleOf.definition) return `export default ${JSON.stringify(definitions.get(name))};`;
      if (prefix !== moduleOf.document) return undefined;
      const within = [...namesWithin(name)];
      return [
        ...within.map((each) => `import definition_${each} from '${moduleOf.definition}${each}';`),
        `export default { kind: 'Document', definitions: [${within.map((each) => `definition_${each}`).join()}] };`,
      ].join('\n');
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'trusted-documents.json', source: JSON.stringify(readTrustedDocuments()) });
    },
  };
}

function documentsIn(file: string): { text: string }[] {
  return [...readFileSync(join(sources, file), 'utf8').matchAll(call)].map(([, text = '']) => ({ text }));
}

function definitionOf(text: string): Definition {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION && definition?.kind !== Kind.FRAGMENT_DEFINITION) {
    throw new Error(`Neither an operation nor a fragment:\n${text}`);
  }
  return definition;
}

function nameOf({ name }: Definition): string {
  if (name === undefined) throw new Error('An operation without a name');
  return name.value;
}

function readTrustedDocuments(): Record<string, string> {
  return JSON.parse(readFileSync(persisted, 'utf8')) as Record<string, string>;
}
