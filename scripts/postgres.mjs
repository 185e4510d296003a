import { spawn, spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { closeSync, existsSync, lchownSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Failure } from './failure.mjs';
import { lockFolder } from './folder-lock.mjs';
import { giveTo, postgresAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { disownStaleFile, livingPostmaster, stopPostmaster } from './postmaster-file.mjs';

const name = 'cursus';
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

/**
 * @typedef {object} Installation
 * @property {string} folder PostgreSQL's own
 * @property {string} logFile
 * @property {string} password
 * @property {boolean} throwAway
 * @property {{ initdb: string, postgres: string }} binaries
 * @property {import('./postgres-account.mjs').Account} account
 */

/** @type {typeof import('./postgres.d.mts').startCluster} */
export async function startCluster({ dataDir, throwAway = false }) {
  const unlock = lockFolder(dataDir);
  try {
    const binaries = postgresBinaries();
    const folder = join(dataDir, 'postgres');
    /** @type {Installation} */
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
  const postmaster = livingPostmaster(join(dataDir, 'postgres'));
  return postmaster?.isReady === true ? urlOf(keptPassword(dataDir), postmaster.port) : undefined;
}

/**
 * @param {string} password
 * @param {number} port
 */
function urlOf(password, port) {
  return `postgres://${name}:${password}@127.0.0.1:${port}/${name}`;
}

/** @param {string} dataDir */
function keptPassword(dataDir) {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) {
    writeFileSync(`${file}.part`, randomBytes(32).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Under another name until it is whole, so that an interrupted first start begins again.
 * @param {Installation} installation
 */
function makeCluster({ folder, password, throwAway, binaries, account }) {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  if (account.owner !== undefined) lchownSync(part, account.owner.uid, account.owner.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${name}`, '--auth=scram-sha-256', '--pwfile=/dev/stdin', '--no-instructions'];
  // A pipe made by `cat` can be opened again by its name whoever we run as, Node's own cannot.
  runOnce(account, ['sh', '-c', 'cat | "$@"', 'sh', binaries.initdb, '-D', part, ...locale, ...access, ...(throwAway ? ['--no-sync'] : [])], password);
  runOnce(account, [binaries.postgres, '--single', '-D', part, 'postgres'], `create database ${name}`);
  renameSync(part, folder);
}

/**
 * @param {import('./postgres-account.mjs').Account} account
 * @param {string[]} command
 * @param {string} input
 */
function runOnce({ prefix, ids }, command, input) {
  const [program = '', ...parameters] = [...prefix, ...command];
  const { status, stderr, error } = spawnSync(program, parameters, { ...ids, cwd: '/', input: `${input}\n`, encoding: 'utf8' });
  // PostgreSQL's single-user mode reports a refused statement in words only.
  if (status !== 0 || /(ERROR|FATAL|PANIC): /.test(stderr)) throw new Failure(`PostgreSQL's data cannot be made: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
}

/**
 * @param {Installation} installation
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
 * @param {Installation} installation
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

/**
 * Below 32768, where no system takes ports for outgoing connections: what is free now is still free in a moment.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const port = randomInt(20_000, 32_768);
  const isFree = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}
