import { Socket } from 'node:net';
import { Client, type ClientConfig, type Pool, type PoolClient } from 'pg';

/** PostgreSQL said nothing for longer than it may take over any statement: it is frozen, or the network to it is gone. */
class SilentDatabase extends Error {
  readonly code = 'ETIMEDOUT';
}

/** Milliseconds. Whoever came later than this before a silence was told may find the database back: they wait for one connection more. */
const justCome = 500;

/**
 * Ends what waits for a database that has gone silent. PostgreSQL cuts each statement at `statement_timeout`, so a connection on which
 * nothing comes for longer than that is dead: it is dropped, and with it all that wait in the pool. The next request makes a new one.
 */
export function silenceWatch(answerWithinMs: number) {
  /** Who waits for a turn, and since when. */
  const waiting = new Map<(error: Error) => void, number>();

  const giveUp = (): void => {
    const now = performance.now();
    for (const [refuse, since] of waiting) {
      if (now - since < justCome) continue;
      waiting.delete(refuse);
      refuse(new SilentDatabase('The database does not answer.'));
    }
  };

  class WatchedClient extends Client {
    constructor(config?: ClientConfig) {
      super(config);
      this.#watch();
      this.connection.once('sslconnect', () => this.#watch());
    }

    #watch(): void {
      const { stream } = this.connection;
      if (!(stream instanceof Socket)) return;
      stream.setTimeout(answerWithinMs, () => {
        const isIdle = 'readyForQuery' in this && this.readyForQuery === true;
        if (isIdle || stream !== this.connection.stream) return;
        stream.destroy(new SilentDatabase('The database does not answer.'));
        giveUp();
      });
    }
  }

  /** A turn in the pool, given up when the database turns out to be silent. */
  const guard = (pool: Pool): void => {
    const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
    const connectOrGiveUp = (): Promise<PoolClient> =>
      new Promise((resolve, reject) => {
        waiting.set(reject, performance.now());
        connect().then(
          (client) => (waiting.delete(reject) ? resolve(client) : client.release()),
          (error: Error) => {
            waiting.delete(reject);
            reject(error);
          },
        );
      });
    Object.assign(pool, { connect: connectOrGiveUp });
  };

  return { Client: WatchedClient, guard };
}
