import type { CodegenConfig } from '@graphql-codegen/cli';

type ConfiguredOutput = Exclude<CodegenConfig['generates'][string], unknown[]>;

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
