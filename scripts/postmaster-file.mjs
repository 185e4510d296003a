import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Failure } from './failure.mjs';
import { commandOf } from './living-process.mjs';

/**
 * What PostgreSQL's postmaster.pid tells of the process that owns a folder, and whether that process still lives.
 * @typedef {{ pid: number, port: number, isReady: boolean }} Postmaster
 */

const stopSeconds = 30;

/**
 * The living PostgreSQL of a folder. A file whose number belongs to another program by now tells of a dead one.
 * @param {string} folder
 * @returns {Postmaster | undefined}
 */
export function livingPostmaster(folder) {
  const [pid, , , port, , , , status] = lines(folder);
  if (!pid || !commandOf(Number(pid))?.includes(folder)) return undefined;
  return { pid: Number(pid), port: Number(port), isReady: status?.trim() === 'ready' };
}

/**
 * PostgreSQL does not start while the number in its file belongs to anyone of the same account. The file itself must stay: its other lines
 * are how PostgreSQL finds out that children of a killed postmaster are still writing.
 * @param {string} folder
 */
export function disownStaleFile(folder) {
  const [pid, ...rest] = lines(folder);
  const nobody = '2147483647';
  if (pid && pid !== nobody && livingPostmaster(folder) === undefined)
    writeFileSync(join(folder, 'postmaster.pid'), [nobody, ...rest].join('\n'));
}

/**
 * Stops the PostgreSQL of a folder, whoever started it: cleanly, and by force when that takes too long (it recovers at the next start).
 * @param {string} folder
 * @param {'SIGINT' | 'SIGQUIT'} signal
 */
export async function stopPostmaster(folder, signal = 'SIGINT') {
  const postmaster = livingPostmaster(folder);
  if (postmaster === undefined) return;
  process.kill(postmaster.pid, signal);
  const deadline = Date.now() + stopSeconds * 1000;
  while (livingPostmaster(folder)?.pid === postmaster.pid) {
    if (Date.now() > deadline) {
      if (signal === 'SIGINT') return stopPostmaster(folder, 'SIGQUIT');
      throw new Failure(`PostgreSQL (process ${postmaster.pid}) does not stop.`);
    }
    await sleep(20);
  }
}

/** @param {string} folder */
function lines(folder) {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
