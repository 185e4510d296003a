import { join } from 'node:path';

import { dataFolder, root } from './checkout.mjs';
import { openDatabase } from './database.mjs';
import { lockFolder } from './folder-lock.mjs';
import { inForeground } from './foreground.mjs';
import { build, install } from './prepare.mjs';
import { startServer } from './server-process.mjs';
import { supervise } from './supervise.mjs';
import { bringToolchain } from './toolchain.mjs';

/** `npm start`: everything from a fresh checkout to an address that answers, on any Node.js with npm. */
await inForeground(async ({ signal, report }) => {
  const dataDir = dataFolder();
  // Refused before anything is built under the feet of the one that runs.
  lockFolder(dataDir)();
  const toolchain = await bringToolchain({ report, signal });
  await install({ toolchain, report, signal });
  await build({ toolchain, report, signal });
  const database = await openDatabase(dataDir);
  try {
    signal.throwIfAborted();
    const server = startServer({
      command: [toolchain.node, '--enable-source-maps', join(root, 'apps/server/dist/main.js')],
      cwd: join(root, 'apps/server'),
      env: { ...toolchain.env, NODE_ENV: 'production', DATA_DIR: dataDir, ...database.environment },
      report,
    });
    await supervise({ server, database, signal }, tell);
  } finally {
    await database.stop();
  }
});

/** @param {import('./server-process.mjs').Ready} ready */
function tell({ url, sampleAccounts }) {
  const accounts = sampleAccounts.map(({ username, password }) => `    ${username.padEnd(12)} password ${password}\n`);
  const sample = accounts.length === 0 ? '' : `\n  Sample accounts:\n${accounts.join('')}`;
  process.stdout.write(`\n  Cursus is ready at ${url}\n${sample}\n  Ctrl-C stops it.\n`);
}
