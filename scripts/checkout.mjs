import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What the scripts remember between two runs; safe to remove. */
export const cacheFolder = resolve(root, '.cache');

/** Where this installation keeps its database and files: `DATA_DIR`, or `.data` in the checkout. */
export function dataFolder() {
  return resolve(root, process.env['DATA_DIR'] || '.data');
}
