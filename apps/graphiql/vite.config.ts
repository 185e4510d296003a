import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/graphiql/',
  plugins: [react()],
  worker: { format: 'es' },
  // The editor is one large library; the page is asked for by developers alone.
  build: { target: 'es2023', chunkSizeWarningLimit: 6_000 },
});
