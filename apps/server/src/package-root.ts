import { resolve } from 'node:path';

/** apps/server, from src and from dist alike: migrations (which Node.js runs as they are) and the sample school lie beside both. */
export const packageRoot = resolve(import.meta.dirname, '..');
