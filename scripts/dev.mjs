import { spawn } from 'node:child_process';
import { readFileSync, watch } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { dataFolder, root } from './checkout.mjs';
import { openDatabase } from './database.mjs';
import { freePort } from './free-port.mjs';
import { programOf } from './prepare.mjs';
import { startServer } from './server-process.mjs';
import { supervise } from './supervise.mjs';
import { runQuietly } from './tool.mjs';

/**
 * `npm run dev`: Vite at the address of the product, with the API behind it; both reload what changes.
 * @param {{ toolchain: import('./toolchain.mjs').Toolchain } & import('./foreground.mjs').Foreground} options
 */
export async function dev({ toolchain, report, signal }) {
  const dataDir = dataFolder();
  const database = await openDatabase(dataDir);
  const host = process.env['HOST'] || '127.0.0.1';
  const port = process.env['PORT'] || '4000';
  const address = process.env['PUBLIC_URL'] || `http://${host}:${port}`;
  const apiPort = String(await freePort());
  try {
    signal.throwIfAborted();
    const server = startServer({
      command: [toolchain.node, '--watch', '--watch-preserve-output', '--import', '@oxc-node/core/register', 'src/main.ts'],
      cwd: join(root, 'apps/server'),
      env: {
        ...toolchain.env,
        NODE_ENV: 'development',
        DATA_DIR: dataDir,
        HOST: '127.0.0.1',
        PORT: apiPort,
        PUBLIC_URL: address,
        ...database.environment,
      },
      report,
    });
    await generateTypes(toolchain);
    const generating = watchDocuments(toolchain);
    const parameters = ['--host', host, '--port', port, '--strictPort'];
    const client = startClient(toolchain, { api: `http://127.0.0.1:${apiPort}`, parameters });
    try {
      await supervise({ server, database, clientEnded: client.ended, signal }, () =>
        report(`Changes are shown at ${address} as they are saved`),
      );
    } finally {
      client.stop();
      generating.close();
    }
  } finally {
    await database.stop();
  }
}

/**
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 * @param {{ api: string, parameters: string[] }} options
 */
function startClient({ node, env }, { api, parameters }) {
  const folder = join(root, 'apps/web');
  const vite = join(dirname(createRequire(join(folder, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');
  const client = spawn(node, ['--import', join(root, 'scripts/end-with-parent.mjs'), vite, ...parameters], {
    cwd: folder,
    env: { ...env, API_URL: api },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => client.once('exit', () => resolve()));
  return { ended, stop: () => client.kill() };
}

/** @param {import('./toolchain.mjs').Toolchain} toolchain */
async function generateTypes({ env }) {
  // What is wrong in a document is shown, and mended by the next save.
  await runQuietly([programOf('graphql-codegen'), '--config', 'codegen.ts'], { env }).catch(() => undefined);
}

/**
 * Makes the types anew when a file that holds a GraphQL document is saved.
 * @param {import('./toolchain.mjs').Toolchain} toolchain
 */
function watchDocuments(toolchain) {
  const folder = join(root, 'apps/web/src');
  /** @type {NodeJS.Timeout | undefined} */
  let soon;
  return watch(folder, { recursive: true }, (_event, file) => {
    if (file === null || file.startsWith('gql') || !holdsDocument(join(folder, file))) return;
    clearTimeout(soon);
    soon = setTimeout(() => void generateTypes(toolchain), 200);
  });
}

/** @param {string} file */
function holdsDocument(file) {
  try {
    return /\.tsx?$/.test(file) && readFileSync(file, 'utf8').includes('graphql(');
  } catch {
    return false;
  }
}
