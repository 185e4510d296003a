import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder, root } from './checkout.mjs';

const skipped = new Set(['node_modules', 'dist', 'gql', 'sample', 'test', 'coverage', '.git', '.cache', '.data']);

/**
 * Does a piece of work unless it was done for exactly these inputs and its result is still there.
 * @param {{ name: string, inputs: string[], result: string, also?: string }} stamp paths in the checkout, files or folders
 * @param {() => Promise<void>} work
 */
export async function onceFor({ name, inputs, result, also = '' }, work) {
  const file = join(cacheFolder, name);
  const wanted = digestOf(inputs, also);
  if (existsSync(join(root, result)) && existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  rmSync(file, { force: true });
  await work();
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(file, wanted);
}

/**
 * Of content and not of times, which a checkout does not keep.
 * @param {string[]} inputs
 * @param {string} also
 */
function digestOf(inputs, also) {
  const hash = createHash('sha256').update(also);
  for (const file of inputs.flatMap((input) => filesIn(input)))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [path];
  return readdirSync(join(root, path))
    .filter((entry) => !skipped.has(entry) && !entry.includes('.test.'))
    .toSorted()
    .flatMap((entry) => filesIn(join(path, entry)));
}
