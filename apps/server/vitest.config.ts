import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** A file that replaces modules, the clock or the environment would replace them for those after it. */
const replacesSomething = /\bvi\.(?:mock|useFakeTimers|stubEnv)\(/;
const files = globSync('{src,test}/**/*.test.ts', { cwd: import.meta.dirname });
const alone = files.filter((file) => replacesSomething.test(readFileSync(join(import.meta.dirname, file), 'utf8')));

const each = {
  // One copy of graphql: the CommonJS and the ES module builds are two realms.
  resolve: { alias: { 'graphql/language/index.js': 'graphql/language/index.js', graphql: 'graphql/index.js' } },
  test: { setupFiles: ['reflect-metadata'], testTimeout: 30_000, hookTimeout: 60_000, pool: 'forks' as const },
};

export default defineConfig({
  test: {
    globalSetup: ['test/postgres-cluster.ts'],
    maxWorkers: 2,
    projects: [
      // The server is loaded once a process and not once a file, which is most of what a file takes.
      { ...each, test: { ...each.test, name: 'together', include: ['{src,test}/**/*.test.ts'], exclude: alone, isolate: false } },
      { ...each, test: { ...each.test, name: 'alone', include: alone } },
    ],
  },
});
