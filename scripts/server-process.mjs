import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

import { Failure } from './failure.mjs';

/**
 * @typedef {{ username: string, password: string }} SampleAccount
 * @typedef {{ type: 'ready', url: string, sampleAccounts: SampleAccount[] } | { type: 'progress', text: string } | { type: 'failed', text: string }} ServerMessage
 * @typedef {Extract<ServerMessage, { type: 'ready' }>} Ready
 */

const graceSeconds = 15;

/**
 * Starts the server as our own direct child, told by IPC how it goes. It ends when the IPC channel does, so it does not outlive us.
 * `ready` fails with the server's own words.
 * @param {{ command: string[], cwd: string, env: NodeJS.ProcessEnv, report: (line: string) => void }} options
 */
export function startServer({ command: [program = '', ...parameters], cwd, env, report }) {
  // Detached: Ctrl-C reaches us alone, and we stop it before its database.
  const child = spawn(program, parameters, { cwd, env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
  /** @type {Promise<Ready>} */
  const ready = new Promise((resolve, reject) => {
    child.on('message', (/** @type {ServerMessage} */ message) => {
      if (message.type === 'ready') resolve(message);
      if (message.type === 'progress') report(message.text);
      if (message.type === 'failed') reject(new Failure(message.text));
    });
    child.once('error', (error) => reject(new Failure(`The server cannot be started: ${error.message}`)));
    // Its last words may still be on their way when it exits.
    child.once(
      'exit',
      () => void sleep(200).then(() => reject(new Failure('The server ended before it was ready. What it said is above.'))),
    );
  });
  ready.catch(() => undefined);
  return { ready, ended, stop: () => stop(child, ended) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<void>} ended
 */
async function stop(child, ended) {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), graceSeconds * 1000);
  await ended;
  clearTimeout(force);
}
