import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chunkGroups } from './build/chunk-groups.ts';
import { compressedAssets } from './build/compressed-assets.ts';
import { documentModules } from './build/document-modules.ts';
import { firstLoadBudget } from './build/first-load-budget.ts';
import { pagePreloads } from './build/page-preloads.ts';
import { pdfAssets } from './build/pdf-assets.ts';
import { usedStyles } from './build/used-styles.ts';

// Where `vite` finds the API while developing; the built client is served by the API itself.
const api = process.env['API_URL'] ?? 'http://127.0.0.1:4000';

const isLoopback = (address = ''): boolean => /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/.test(address);

/**
 * A test that replaces modules, the clock or what a browser has would replace them for those after it; one that draws into the document
 * could leave them a dialog that still closes, or the focus.
 */
const leavesSomething = /\bvi\.(?:mock|useFakeTimers|stubGlobal|stubEnv)\(|'@testing-library\/react'|\bdocument\.body\b/;
const tests = ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts', 'test/**/*.test.ts'];
const alone = globSync(tests, { cwd: import.meta.dirname }).filter((file) =>
  leavesSomething.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
);

export default defineConfig({
  plugins: [react(), documentModules(), usedStyles(), pdfAssets(), pagePreloads(), compressedAssets(), firstLoadBudget()],
  resolve: {
    // RxJS in today's JavaScript.
    conditions: ['es2015', ...defaultClientConditions],
    // The other build asks for more than the browsers below know.
    alias: [
      { find: /^pdfjs-dist$/, replacement: 'pdfjs-dist/legacy/build/pdf.mjs' },
      { find: /^pdfjs-dist\/web\/pdf_viewer\.mjs$/, replacement: 'pdfjs-dist/legacy/web/pdf_viewer.mjs' },
    ],
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: api, ws: true },
      '/graphiql': api,
      '/schema.graphql': api,
      '/files': api,
      '/healthz': api,
      '/readyz': api,
      // Mails are for this machine alone, and behind this proxy all come from here.
      '/mailbox/mails': { target: api, bypass: ({ socket }) => (isLoopback(socket.remoteAddress) ? undefined : false) },
    },
  },
  build: {
    target: 'es2023',
    // The first browsers that know `light-dark()`: for older ones the minifier would rewrite it into what our pages don't declare.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        // The name that rolldown gives to what pages share lists these pages.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: chunkGroups,
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['test/browser-gaps.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    projects: [
      // React, Mantine and Apollo are loaded once a process and not once a file.
      { extends: true, test: { name: 'together', include: tests, exclude: alone, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});
