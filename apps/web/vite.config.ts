import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// Where `vite` finds the API while developing; the built client is served by the API itself.
const api = process.env['API_URL'] ?? 'http://127.0.0.1:4000';

/** Brings the server the documents that the built pages name by their hash, and the pages the hashes, by the names of the operations. */
const trustedDocuments: Plugin = {
  name: 'trusted-documents',
  apply: 'build',
  config() {
    const ids = Object.entries(readTrustedDocuments()).map(([id, text]) => [/\b(?:query|mutation) (\w+)/.exec(text)?.[1], id]);
    return { define: { __DOCUMENT_IDS__: JSON.stringify(Object.fromEntries(ids)) } };
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'trusted-documents.json', source: JSON.stringify(readTrustedDocuments()) });
  },
};

function readTrustedDocuments(): Record<string, string> {
  const file = new URL('src/gql/trusted/persisted-documents.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

export default defineConfig({
  plugins: [react(), trustedDocuments],
  server: { host: '127.0.0.1', proxy: { '/graphql': { target: api, ws: true }, '/graphiql': api, '/schema.graphql': api, '/files': api } },
  build: {
    target: 'es2023',
    // The first browsers that know `light-dark()`: for older ones the minifier would rewrite it into what our pages don't declare.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|react-router|scheduler)\// },
            { name: 'apollo', test: /node_modules\/(?:@apollo|graphql|rxjs|@wry|optimism)\// },
            { name: 'mantine', test: /node_modules\/(?:@mantine|@floating-ui)\// },
          ],
        },
      },
    },
  },
  test: { environment: 'jsdom', setupFiles: ['test/browser-gaps.ts'], restoreMocks: true, testTimeout: 30_000 },
});
