import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: the CommonJS and the ES module builds are two realms.
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/shared-cursus.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
