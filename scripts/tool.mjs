import { spawn } from 'node:child_process';

import { root } from './checkout.mjs';
import { Failure } from './failure.mjs';

/**
 * @typedef {object} ToolOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {AbortSignal} [signal] ends the tool and what it started
 */

/**
 * Runs a tool in silence and gives what it printed; when it fails, its words are shown.
 * @param {string[]} command
 * @param {ToolOptions} [options]
 * @returns {Promise<string>} standard output
 */
export async function runQuietly([program = '', ...parameters], { env = process.env, cwd = root, signal } = {}) {
  signal?.throwIfAborted();
  // A group of its own: npx and pnpm do not pass signals on to what they start.
  const child = spawn(program, parameters, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const abort = () => endGroup(child.pid);
  signal?.addEventListener('abort', abort, { once: true });
  let output = '';
  let words = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    words += chunk;
  });
  child.stderr.on('data', (chunk) => (words += chunk));
  const status = await new Promise((resolve) => {
    child.once('error', (error) => {
      words += error.message;
      resolve(1);
    });
    child.once('close', resolve);
  });
  signal?.removeEventListener('abort', abort);
  signal?.throwIfAborted();
  if (status === 0) return output;
  process.stderr.write(`${words.trimEnd()}\n`);
  throw new Failure(`This failed: ${[program, ...parameters].join(' ')}`);
}

/**
 * Runs a tool before the eyes of who started us.
 * @param {string[]} command
 * @param {ToolOptions} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function runVisibly([program = '', ...parameters], { env = process.env, cwd = root } = {}) {
  const child = spawn(program, parameters, { env, cwd, stdio: 'inherit' });
  const passOn = () => child.kill('SIGTERM');
  process.once('SIGTERM', passOn);
  const status = await new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    child.once('exit', resolve);
  });
  process.removeListener('SIGTERM', passOn);
  return status === 0;
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // It ended by itself meanwhile.
  }
}
