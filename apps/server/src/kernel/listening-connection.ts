import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from 'pino';

/** A connection that a network has dropped without a word is noticed after these two together. */
const checkEveryMs = 5_000;
const answerWithinMs = 4_000;
const reconnectAfterMs = { first: 50, longest: 1_000 };

interface Listening {
  readonly databaseUrl: string;
  readonly channel: string;
  readonly logger: Logger;
  readonly hear: (payload: string) => void;
  /** The connection was lost and is there again: whatever was told meanwhile was not heard. */
  readonly missed: () => void;
}

/** One connection that does nothing but listen, made again when it is lost, as long as the process lives. */
export class ListeningConnection {
  readonly #listening: Listening;
  #client: Client | null = null;
  #checking: NodeJS.Timeout | undefined;
  #isStopped = false;
  #trip: Promise<boolean> | null = null;
  #nextTrip: Promise<boolean> | null = null;

  constructor(listening: Listening) {
    this.#listening = listening;
  }

  get isListening(): boolean {
    return this.#client !== null;
  }

  /**
   * A round trip on the connection: PostgreSQL signals who listens before it answers a commit, and sends them what they have not heard
   * before it answers anything else. Callers who come while one is under way share the next.
   */
  caughtUp(): Promise<boolean> {
    if (this.#nextTrip !== null) return this.#nextTrip;
    if (this.#trip === null) return this.#goAndReturn();
    this.#nextTrip = this.#trip.then(() => {
      this.#nextTrip = null;
      return this.#goAndReturn();
    });
    return this.#nextTrip;
  }

  #goAndReturn(): Promise<boolean> {
    const client = this.#client;
    if (client === null) return Promise.resolve(false);
    const trip = client.query('').then(
      () => client === this.#client,
      () => false,
    );
    this.#trip = trip;
    void trip.then(() => {
      if (this.#trip === trip) this.#trip = null;
    });
    return trip;
  }

  async start(): Promise<void> {
    this.#begin(await this.#connect());
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#checking);
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  async #connect(): Promise<Client> {
    const { databaseUrl, channel, hear } = this.#listening;
    const client = new Client({
      connectionString: databaseUrl,
      application_name: 'cursus listens',
      keepAlive: true,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
    });
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      return client;
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
  }

  #begin(client: Client): void {
    if (this.#isStopped) {
      void client.end().catch(() => undefined);
      return;
    }
    this.#client = client;
    // Listening twice changes nothing, and its answer shows that the connection lives.
    const check = () => client.query(`listen ${this.#listening.channel}`).catch(() => this.#lose(client));
    this.#checking = setInterval(() => void check(), checkEveryMs).unref();
  }

  #lose(client: Client): void {
    if (client !== this.#client) return;
    this.#client = null;
    clearInterval(this.#checking);
    void client.end().catch(() => undefined);
    this.#listening.logger.warn('the connection that listens to the database was lost');
    void this.#connectAgain();
  }

  async #connectAgain(): Promise<void> {
    for (let pause = reconnectAfterMs.first; !this.#isStopped; pause = Math.min(pause * 2, reconnectAfterMs.longest)) {
      await wait(pause, undefined, { ref: false });
      const client = await this.#connect().catch(() => null);
      if (client === null) continue;
      this.#listening.missed();
      this.#begin(client);
      this.#listening.logger.info('the database is listened to again');
      return;
    }
  }
}
