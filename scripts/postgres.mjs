import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Failure } from './failure.mjs';
import { lockFolder } from './folder-lock.mjs';
import { freePort } from './free-port.mjs';
import { giveTo, postgresAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { cursus, keptPassword, makeCluster } from './postgres-data.mjs';
import { disownStaleFile, livingPostmaster, stopPostmaster } from './postmaster-file.mjs';

const attempts = 20;

/**
 * Stands between us and PostgreSQL. The reader waits for the end of our pipe, which comes when we end in whatever way, and then asks
 * PostgreSQL to end every connection and stop.
 */
const sentinel = `
exec 3<&0 0</dev/null
"$@" 3<&- &
postgres=$!
( read -r _ <&3; kill -INT "$postgres" ) &
reader=$!
exec 3<&-
wait "$postgres"
status=$?
kill "$reader" 2>/dev/null
exit "$status"
`;

/** @type {typeof import('./postgres.d.mts').startCluster} */
export async function startCluster({ dataDir, throwAway = false }) {
  const unlock = lockFolder(dataDir);
  try {
    const binaries = postgresBinaries();
    // One spelling of it, by which its processes are known again.
    const folder = join(realpathSync(dataDir), 'postgres');
    /** @type {import('./postgres-data.mjs').Installation} */
    const installation = {
      folder,
      logFile: join(dataDir, 'postgres.log'),
      password: keptPassword(dataDir),
      throwAway,
      binaries,
      account: postgresAccount(binaries.postgres, dataDir),
    };
    // What a killed start left running may be about to stop, and has its own settings: it is not worth adopting.
    await stopPostmaster(folder);
    if (!existsSync(folder)) makeCluster(installation);
    giveTo(folder, installation.account);
    const { port, ended, hangUp } = await launch(installation);
    return {
      url: urlOf(installation.password, port),
      ended,
      async stop() {
        hangUp();
        await stopPostmaster(folder, throwAway ? 'SIGQUIT' : 'SIGINT');
        await ended;
        if (throwAway) rmSync(dataDir, { recursive: true, force: true });
        else unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** @type {typeof import('./postgres.d.mts').runningClusterUrl} */
export function runningClusterUrl(dataDir) {
  if (!existsSync(dataDir)) return undefined;
  const postmaster = livingPostmaster(join(realpathSync(dataDir), 'postgres'));
  return postmaster?.isReady === true ? urlOf(keptPassword(dataDir), postmaster.port) : undefined;
}

/**
 * @param {string} password
 * @param {number} port
 */
function urlOf(password, port) {
  return `postgres://${cursus}:${password}@127.0.0.1:${port}/${cursus}`;
}

/**
 * @param {import('./postgres-data.mjs').Installation} installation
 * @returns {Promise<{ port: number, ended: Promise<void>, hangUp: () => void }>}
 */
async function launch(installation) {
  let reason = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = await freePort();
    disownStaleFile(installation.folder);
    const running = run(installation, port);
    if (await isReady(installation.folder, running.ended)) return { port, ...running };
    reason = readFileSync(installation.logFile, 'utf8');
    const isPassing = /Address already in use|is still in use/.test(reason);
    if (!isPassing) break;
    await sleep(250);
  }
  throw new Failure(`PostgreSQL does not start: ${/FATAL: +(.*)/.exec(reason)?.[1] ?? 'no reason given'}. See ${installation.logFile}.`);
}

/**
 * Detached, so that Ctrl-C reaches us alone; we stop it when the server is done with it.
 * @param {import('./postgres-data.mjs').Installation} installation
 * @param {number} port
 */
function run({ folder, logFile, throwAway, binaries, account }, port) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: throwAway ? 'off' : 'on',
    synchronous_commit: throwAway ? 'off' : 'on',
    full_page_writes: throwAway ? 'off' : 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    // A refused statement is the server's to tell; here it would fill the disk, with people's data in it.
    log_min_messages: 'log',
    log_checkpoints: 'off',
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const [program = '', ...parameters] = [...account.prefix, 'sh', '-c', sentinel, 'sh', binaries.postgres, '-D', folder, ...flags];
  // A file and not a pipe: PostgreSQL writes while it stops, when we may be gone.
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(program, parameters, { ...account.ids, cwd: '/', detached: true, stdio: ['pipe', log, log] });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  return { ended, hangUp: () => child.stdin?.end() };
}

/**
 * Recovery after a crash may take long; as long as PostgreSQL lives, it is waited for.
 * @param {string} folder
 * @param {Promise<void>} ended
 */
async function isReady(folder, ended) {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  while (!hasEnded) {
    if (livingPostmaster(folder)?.isReady === true) return true;
    await sleep(20);
  }
  return false;
}
