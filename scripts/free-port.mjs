import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below 32768, where no system takes ports for outgoing connections: what is free now is still free in a moment.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const port = randomInt(20_000, 32_768);
  const isFree = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}
