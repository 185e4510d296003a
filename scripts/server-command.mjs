import { join } from 'node:path';

import { dataFolder, root } from './checkout.mjs';
import { openDatabase } from './database.mjs';
import { runningClusterUrl } from './postgres.mjs';
import { build } from './prepare.mjs';
import { runVisibly } from './tool.mjs';

/**
 * A command that runs a program of the built server on the database of this installation, whether it runs or not. Paths are those of the
 * folder in which npm was called.
 * @param {string} program a file of apps/server/dist
 * @returns {(run: { toolchain: import('./toolchain.mjs').Toolchain, parameters: string[] } & import('./foreground.mjs').Foreground) => Promise<boolean>}
 */
export function serverCommand(program) {
  return async ({ toolchain, parameters, report, signal }) => {
    await build({ toolchain, report, signal });
    const dataDir = dataFolder();
    const running = process.env['DATABASE_URL'] || runningClusterUrl(dataDir);
    const database = running ? undefined : await openDatabase(dataDir);
    try {
      return await runVisibly([toolchain.node, '--enable-source-maps', join(root, 'apps/server/dist', program), ...parameters], {
        cwd: process.env['INIT_CWD'] || process.cwd(),
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
  };
}
