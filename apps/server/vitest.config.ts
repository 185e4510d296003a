import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: the CommonJS and the ES module builds are two realms.
  resolve: { alias: { 'graphql/language/index.js': 'graphql/language/index.js', graphql: 'graphql/index.js' } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/postgres-cluster.ts'],
    setupFiles: ['reflect-metadata'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
