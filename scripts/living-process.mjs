import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What a process was started with, or `undefined` when none lives under that number. A zombie has no command line left, so it counts as
 * dead.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandOf(pid) {
  return process.platform === 'linux'
    ? readOrNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))
    : readOrNothing(() => ps(pid, 'command='));
}

/**
 * When a process began, in the system's own notation: with its number it names one process, since numbers are given out again.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function birthOf(pid) {
  if (commandOf(pid) === undefined) return undefined;
  return process.platform === 'linux'
    ? // The name of the program, in parentheses, may itself hold spaces; field 22 of the line is the 20th behind it.
      readOrNothing(() => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19])
    : readOrNothing(() => ps(pid, 'lstart='));
}

/**
 * @param {number} pid
 * @param {string} column
 */
function ps(pid, column) {
  return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** @param {() => string | undefined} read */
function readOrNothing(read) {
  try {
    return read()?.trim() || undefined;
  } catch {
    return undefined;
  }
}
