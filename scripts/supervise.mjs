import { Failure } from './failure.mjs';
import { aborted } from './foreground.mjs';

/**
 * Waits until we are asked to stop, which is fine, or a part ends by itself, which is not. Stops the server in any case: its database must
 * outlive it.
 * @param {{ server: ReturnType<typeof import('./server-process.mjs').startServer>, database: import('./database.mjs').Database, clientEnded?: Promise<void>, signal: AbortSignal }} parts
 * @param {(ready: import('./server-process.mjs').Ready) => void} onReady
 */
export async function supervise({ server, database, clientEnded = new Promise(() => undefined), signal }, onReady) {
  const serverEnded = failing(server.ended, 'The server ended unexpectedly. What it said is above.');
  const othersEnded = Promise.race([
    failing(database.ended, 'PostgreSQL ended unexpectedly. Why is in postgres.log in the data folder.'),
    failing(clientEnded, 'Vite ended unexpectedly. What it said is above.'),
  ]);
  try {
    const ready = await Promise.race([server.ready, othersEnded, aborted(signal)]);
    if (ready !== undefined) onReady(ready);
    await Promise.race([serverEnded, othersEnded, aborted(signal)]);
  } finally {
    await server.stop();
  }
}

/**
 * @param {Promise<void>} ended
 * @param {string} words
 * @returns {Promise<never>}
 */
function failing(ended, words) {
  const failed = ended.then(() => {
    throw new Failure(words);
  });
  // Nobody may be waiting any more when it ends.
  failed.catch(() => undefined);
  return failed;
}
