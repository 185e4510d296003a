import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Where `vite` finds the API while developing; the built client is served by the API itself.
const api = process.env['API_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
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
