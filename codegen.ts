import type { CodegenConfig } from '@graphql-codegen/cli';
import { type DocumentNode, Kind, visit } from 'graphql';

type ConfiguredOutput = Exclude<CodegenConfig['generates'][string], unknown[]>;

/** `__typename` where Apollo's cache would add it: in each selection but an operation's own. */
const withTypeNames = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: (set, _key, parent) => {
      const isWhole = set.selections.some((each) => each.kind === Kind.FIELD && each.name.value === '__typename');
      if (isWhole || (parent !== undefined && 'operation' in parent)) return undefined;
      return { ...set, selections: [...set.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const] };
    },
  });

/** Typed documents as a program of somebody else has them. */
function thirdParty(documents: string): ConfiguredOutput {
  return {
    documents: [documents],
    preset: 'client',
    presetConfig: { fragmentMasking: false },
    config: {
      importExtension: '.ts',
      useTypeImports: true,
      strictScalars: true,
      scalars: { Date: 'string', DateTime: 'string', Upload: 'Blob' },
    },
  };
}

const config: CodegenConfig = {
  schema: 'schema.graphql',
  ignoreNoDocuments: true,
  generates: {
    'apps/web/src/gql/': {
      documents: ['apps/web/src/**/*.{ts,tsx}', '!apps/web/src/gql/**'],
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', Upload: 'File' },
      },
    },
    // What the server trusts by hash: the same documents, whole with the type names that Apollo's cache adds. Only the JSON file is used.
    'apps/web/src/gql/trusted/': {
      documents: ['apps/web/src/**/*.{ts,tsx}', '!apps/web/src/gql/**'],
      documentTransforms: [
        {
          transform: ({ documents }) =>
            documents.map(({ document, ...file }) => (document === undefined ? file : { ...file, document: withTypeNames(document) })),
        },
      ],
      preset: 'client',
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: { useTypeImports: true },
    },
    // The documents of the server's tests, beside the code they test.
    'apps/server/test/gql/': {
      documents: ['apps/server/src/**/*.test.ts', 'apps/server/test/*.ts'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        importExtension: '.ts',
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', Upload: 'File' },
      },
    },
    // What third parties do: the examples, and the tests of their clients.
    'examples/enrol-in-everything/src/gql/': thirdParty('examples/enrol-in-everything/src/*.ts'),
    'docs/api/examples/gql/': thirdParty('docs/api/examples/*.ts'),
    'apps/conformance/src/gql/': thirdParty('apps/conformance/src/*.ts'),
    // Which types stand behind an interface: Apollo's cache can't match `... on Text` without it.
    'apps/web/src/gql/possible-types.ts': {
      plugins: ['fragment-matcher'],
      config: { useExplicitTyping: true, apolloClientVersion: 3 },
    },
  },
};

export default config;
