import { join } from 'node:path';

import { dataFolder, root } from './checkout.mjs';
import { openDatabase } from './database.mjs';
import { runningClusterUrl } from './postgres.mjs';
import { build } from './prepare.mjs';
import { runVisibly } from './tool.mjs';

/**
 * `npm run admin -- …`: what is done from the command line, on the database of this installation, whether it runs or not.
 * @param {{ toolchain: import('./toolchain.mjs').Toolchain, parameters: string[] } & import('./foreground.mjs').Foreground} options
 * @returns {Promise<boolean>}
 */
export async function admin({ toolchain, parameters, report, signal }) {
  await build({ toolchain, report, signal });
  const dataDir = dataFolder();
  const running = process.env['DATABASE_URL'] || runningClusterUrl(dataDir);
  const database = running ? undefined : await openDatabase(dataDir);
  try {
    return await runVisibly([toolchain.node, '--enable-source-maps', 'dist/admin.js', ...parameters], {
      cwd: join(root, 'apps/server'),
      env: {
        ...toolchain.env,
        NODE_ENV: 'production',
        DATA_DIR: dataDir,
        ...(running ? { DATABASE_URL: running } : database?.environment),
      },
    });
  } finally {
    await database?.stop();
  }
}
