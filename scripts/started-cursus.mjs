import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { root } from './checkout.mjs';
import { freePort } from './free-port.mjs';

/**
 * The product as a person started it by `npm start`, for tests.
 * @typedef {object} Cursus
 * @property {number} pid
 * @property {string} url where it will answer, or answers
 * @property {Promise<void>} ready resolves when it said that it is ready; rejects with what it printed when it ended before
 * @property {Promise<number | null>} ended its exit code, or null when a signal ended it
 * @property {() => string} output all that it printed so far
 * @property {() => Promise<void>} stop as Ctrl-C does
 */

/** What the person who runs the tests has set must not change what is tested. */
const unset = [
  'HOST',
  'PUBLIC_URL',
  'DATABASE_URL',
  'AUTH_SECRET',
  'SAMPLE_SCHOOL',
  'SIGN_UP',
  'SMTP_URL',
  'MAIL_FROM',
  'MAILBOX',
  'TRUST_PROXY',
  'LOG_LEVEL',
  'NODE_ENV',
];

/**
 * Starts the built product on a data folder and a free port of its own.
 * @param {string} dataDir
 * @param {Record<string, string>} [settings]
 * @returns {Promise<Cursus>}
 */
export async function startCursus(dataDir, settings = {}) {
  const port = settings['PORT'] ?? String(await freePort());
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !unset.includes(name)));
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    // As under npm, it stops when what started it is gone.
    env: { ...own, LOG_LEVEL: 'warn', npm_lifecycle_event: 'start', ...settings, PORT: port, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'close').then(() => child.exitCode);
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => {
    const hear = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (output.includes('Cursus is ready at')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => reject(new Error(`Cursus ended before it was ready:\n${output}`)));
  });
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? Number.NaN,
    url: `http://127.0.0.1:${port}`,
    ready,
    ended,
    output: () => output,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
    },
  };
}
