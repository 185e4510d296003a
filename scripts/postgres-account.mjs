import { spawnSync } from 'node:child_process';
import { lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { Failure } from './failure.mjs';

/**
 * As whom PostgreSQL runs: `prefix` stands in front of its command, `ids` are spawn's options, `owner` is whose the data must be.
 * @typedef {{ prefix: string[], ids: { uid?: number, gid?: number }, owner: { uid: number, gid: number } | undefined }} Account
 */

/**
 * PostgreSQL refuses to run as root. Root therefore lends it an account without rights, when that one can reach program and data; else
 * (a checkout in root's own home) root's processes take another number inside a user namespace.
 * @param {string} program
 * @param {string} folder
 * @returns {Account}
 */
export function postgresAccount(program, folder) {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {}, owner: undefined };
  for (const owner of unprivilegedAccounts()) {
    if (canRun({ prefix: [], ids: owner, owner }, program, folder)) return { prefix: [], ids: owner, owner };
  }
  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
  const namespace = { prefix, ids: {}, owner: { uid: 0, gid: 0 } };
  if (canRun(namespace, program, folder)) return namespace;
  throw new Failure(
    `PostgreSQL cannot run as root, and no other account can reach ${folder}. Start Cursus as another user, move it out of root's home, or set DATABASE_URL.`,
  );
}

/**
 * Gives the data to whom PostgreSQL runs as, when it ran as someone else before (the checkout was moved).
 * @param {string} folder
 * @param {Account} account
 */
export function giveTo(folder, { owner }) {
  if (owner === undefined || statSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, entry), owner.uid, owner.gid);
  // Last, so that an interrupted change is made again.
  lchownSync(folder, owner.uid, owner.gid);
}

function unprivilegedAccounts() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return ['postgres', 'nobody'].flatMap((name) => {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':');
    return fields === undefined ? [] : [{ uid: Number(fields[2]), gid: Number(fields[3]) }];
  });
}

/**
 * @param {Account} account
 * @param {string} program
 * @param {string} folder
 */
function canRun({ prefix, ids }, program, folder) {
  const command = [...prefix, 'sh', '-c', 'cd "$1" && "$2" --version', 'sh', folder, program];
  return spawnSync(command[0] ?? 'sh', command.slice(1), { ...ids, cwd: '/', stdio: 'ignore' }).status === 0;
}
