import { Failure } from './failure.mjs';
import { aborted } from './foreground.mjs';

/**
 * Waits until we are asked to stop, which is fine, or a part ends by itself, which is not. Stops the server in any case: its database must
 * outlive it.
 * @param {{ server: ReturnType<typeof import('./server-process.mjs').startServer>, database: import('./database.mjs').Database, signal: AbortSignal }} parts
 * @param {(ready: import('./server-process.mjs').Ready) => void} onReady
 */
export async function supervise({ server, database, signal }, onReady) {
  const databaseEnded = database.ended.then(() => {
    throw new Failure('PostgreSQL ended unexpectedly. Why is in postgres.log in the data folder.');
  });
  const serverEnded = server.ended.then(() => {
    throw new Failure('The server ended unexpectedly. What it said is above.');
  });
  serverEnded.catch(() => undefined);
  try {
    const ready = await Promise.race([server.ready, databaseEnded, aborted(signal)]);
    if (ready !== undefined) onReady(ready);
    await Promise.race([serverEnded, databaseEnded, aborted(signal)]);
  } finally {
    await server.stop();
  }
}
