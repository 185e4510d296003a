import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, lchownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Failure } from './failure.mjs';

/**
 * @typedef {object} Installation
 * @property {string} folder PostgreSQL's own
 * @property {string} logFile
 * @property {string} password
 * @property {boolean} throwAway
 * @property {{ initdb: string, postgres: string }} binaries
 * @property {import('./postgres-account.mjs').Account} account
 */

/** The superuser and the database of our own PostgreSQL. */
export const cursus = 'cursus';

/**
 * Of the superuser of our own PostgreSQL, readable by us alone.
 * @param {string} dataDir
 */
export function keptPassword(dataDir) {
  const file = join(dataDir, 'postgres-password');
  if (!existsSync(file)) {
    writeFileSync(`${file}.part`, randomBytes(32).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.part`, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Makes PostgreSQL's folder with the database `cursus` in it. Under another name until it is whole, so that an interrupted first start begins again.
 * @param {Installation} installation
 */
export function makeCluster({ folder, password, throwAway, binaries, account }) {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  if (account.owner !== undefined) lchownSync(part, account.owner.uid, account.owner.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${cursus}`, '--auth=scram-sha-256', '--pwfile=/dev/stdin', '--no-instructions'];
  // A pipe made by `cat` can be opened again by its name whoever we run as, Node's own cannot.
  runOnce(
    account,
    ['sh', '-c', 'cat | "$@"', 'sh', binaries.initdb, '-D', part, ...locale, ...access, ...(throwAway ? ['--no-sync'] : [])],
    password,
  );
  runOnce(account, [binaries.postgres, '--single', '-D', part, 'postgres'], `create database ${cursus}`);
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
  if (status !== 0 || /(ERROR|FATAL|PANIC): /.test(stderr))
    throw new Failure(`PostgreSQL's data cannot be made: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
}
