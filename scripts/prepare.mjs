import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { cacheFolder, root } from './checkout.mjs';
import { FolderInUse, lockFolder } from './folder-lock.mjs';
import { onceFor } from './stamp.mjs';
import { runQuietly } from './tool.mjs';

/**
 * @typedef {import('./toolchain.mjs').Toolchain} Toolchain
 * @typedef {{ toolchain: Toolchain, report: (line: string) => void, signal?: AbortSignal }} Preparation
 */

const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'apps/server/package.json', 'apps/web/package.json'];
const workspaceManifests = [
  'apps/bench/package.json',
  'apps/conformance/package.json',
  'apps/graphiql/package.json',
  'apps/journeys/package.json',
  'docs/api/examples/package.json',
  'examples/enrol-in-everything/package.json',
  'packages/client/package.json',
  'packages/rules/package.json',
];
const shared = ['pnpm-lock.yaml', 'tsconfig.base.json', 'packages'];

/**
 * Installs the dependencies that the lock file names, when they changed.
 * @param {Preparation} preparation
 */
export function install({ toolchain, report, ...rest }) {
  return alone(rest.signal, () =>
    onceFor(
      { name: 'installed', inputs: [...manifests, ...workspaceManifests], result: 'node_modules/.modules.yaml', also: root },
      async () => {
        report('Installing dependencies');
        // pnpm asks before it replaces what another version of it installed, except in CI.
        await runQuietly([toolchain.pnpm, 'install', '--frozen-lockfile'], { ...rest, env: { ...toolchain.env, CI: 'true' } });
      },
    ),
  );
}

/**
 * Builds the server, the browser application and the explorer of the API, when their sources changed.
 * @param {Preparation} preparation
 */
export function build({ toolchain, report, ...rest }) {
  const { env } = toolchain;
  return alone(rest.signal, async () => {
    await onceFor({ name: 'built-server', inputs: [...shared, 'apps/server'], result: 'apps/server/dist/main.js' }, async () => {
      report('Building the server');
      // What was built from a file that is gone would still be found, migrations above all.
      rmSync(join(root, 'apps/server/dist'), { recursive: true, force: true });
      await runQuietly([toolchain.pnpm, '--filter', '@cursus/server', 'build'], { ...rest, env });
    });
    const sources = [...shared, 'apps/web', 'schema.graphql', 'codegen.ts'];
    await onceFor({ name: 'built-web', inputs: sources, result: 'apps/web/dist/index.html' }, async () => {
      report('Building the browser application');
      await runQuietly([toolchain.pnpm, '--filter', '@cursus/web', 'build'], { ...rest, env });
    });
    const explorer = ['pnpm-lock.yaml', 'tsconfig.base.json', 'apps/graphiql'];
    await onceFor({ name: 'built-graphiql', inputs: explorer, result: 'apps/graphiql/dist/index.html' }, async () => {
      report('Building the explorer of the API');
      await runQuietly([toolchain.pnpm, '--filter', '@cursus/graphiql', 'build'], { ...rest, env });
    });
  });
}

/**
 * Two starts of one checkout must not install or build at once.
 * @param {AbortSignal | undefined} signal
 * @param {() => Promise<void>} work
 */
async function alone(signal, work) {
  const unlock = await patiently(signal);
  try {
    await work();
  } finally {
    unlock();
  }
}

/**
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<() => void>}
 */
async function patiently(signal) {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return lockFolder(cacheFolder);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      await sleep(200);
    }
  }
}

/**
 * A program of a dependency of one of our packages.
 * @param {string} name
 * @param {string} [folder]
 */
export function programOf(name, folder = '.') {
  const own = join(root, folder, 'node_modules', '.bin', name);
  return existsSync(own) ? own : join(root, 'node_modules', '.bin', name);
}
