import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Failure } from './failure.mjs';
import { birthOf } from './living-process.mjs';

/** The folder belongs to a process that still runs. */
export class FolderInUse extends Failure {}

/**
 * Makes a data folder that only its owner can list. Root's can be passed through by others, because PostgreSQL refuses to run as root and
 * has its own folder inside; parents get the usual rights.
 * @param {string} folder
 */
function makeDataFolder(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  try {
    mkdirSync(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw new Failure(`The data folder ${folder} cannot be made: ${String(error)}`);
  }
}

/**
 * Reserves a data folder for this process. The lock of a process that was killed does not count, even when its number was given to another.
 * @param {string} folder
 * @returns {() => void} gives it back
 * @throws {FolderInUse}
 */
export function lockFolder(folder) {
  makeDataFolder(folder);
  const lock = join(folder, 'lock');
  const own = join(folder, `lock-${process.pid}`);
  const mark = `${process.pid} ${birthOf(process.pid)}`;
  writeFileSync(own, mark);
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (linked(own, lock)) return () => rmSync(lock, { force: true });
      const holder = read(lock);
      if (holder !== undefined && isAlive(holder)) {
        throw new FolderInUse(`${folder} is in use by another Cursus (process ${holder.split(' ')[0]}). Stop it, or set another DATA_DIR.`);
      }
      removeStale(lock, `${own}-stale`, holder);
    }
    throw new FolderInUse(`${folder} is being taken by several starts at once. Try again.`);
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * A link appears with its content in one step, and fails when the name is taken.
 * @param {string} own
 * @param {string} lock
 */
function linked(own, lock) {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Another start may have replaced the stale lock by its own since we looked: that one is put back.
 * @param {string} lock
 * @param {string} aside
 * @param {string | undefined} stale
 */
function removeStale(lock, aside, stale) {
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (read(aside) !== stale) linked(aside, lock);
  rmSync(aside, { force: true });
}

/** @param {string} mark */
function isAlive(mark) {
  const [pid = '', ...birth] = mark.split(' ');
  return birthOf(Number(pid)) === birth.join(' ');
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
