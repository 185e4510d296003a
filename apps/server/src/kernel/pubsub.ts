import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { z } from 'zod';
import { ListeningConnection } from './listening-connection.ts';

/** PostgreSQL's channel for all topics; the triggers of the database notify it too. */
const channel = 'cursus';

/** A kind of event. It carries ids alone, 8,000 bytes at most: who hears of it reads by their own rights. */
export interface Topic<Event> {
  readonly name: string;
  readonly rule: z.ZodType<Event>;
}

const envelopeRule = z.object({ topic: z.string(), event: z.unknown() });

/** What stands on the channel for an event. */
export const noticeOf = <Event>({ name }: Topic<Event>, event: Event): string => JSON.stringify({ topic: name, event });

/** Tells an event to all processes when the transaction of `em` commits, and to none when it does not. */
export async function publish<Event>(em: EntityManager, topic: Topic<Event>, event: Event): Promise<void> {
  await sql`select pg_notify(${channel}, ${noticeOf(topic, event)})`.execute(em.getKysely());
}

interface Hearers {
  readonly rule: z.ZodType;
  readonly hear: Set<(event: unknown) => void>;
}

/** What all processes on one database tell each other. */
export class PubSub {
  readonly #hearers = new Map<string, Hearers>();
  readonly #connection: ListeningConnection;
  readonly #logger: Logger;

  constructor(databaseUrl: string, logger: Logger) {
    this.#logger = logger;
    this.#connection = new ListeningConnection({
      databaseUrl,
      channel,
      logger,
      hear: (payload) => this.#tell(payload),
      missed: () => {
        for (const { hear } of this.#hearers.values()) for (const each of hear) each(null);
      },
    });
  }

  /** False while events could be missed: then nothing may be answered from memory that an event would take away. */
  get isListening(): boolean {
    return this.#connection.isListening;
  }

  /**
   * Resolves to true once everything is heard that was committed, anywhere, before the call; to false when something may be missed.
   * Then what no event took away is as good as read now.
   */
  caughtUp(): Promise<boolean> {
    return this.#connection.caughtUp();
  }

  start(): Promise<void> {
    return this.#connection.start();
  }

  stop(): Promise<void> {
    return this.#connection.stop();
  }

  /** Hears every event of a topic, until the answer is called; null says that some may have been missed, and to read again. */
  on<Event>(topic: Topic<Event>, hear: (event: Event | null) => void): () => void {
    const hearers = this.#hearers.get(topic.name) ?? { rule: topic.rule, hear: new Set() };
    this.#hearers.set(topic.name, hearers);
    const each = (event: unknown) => hear(event as Event | null);
    hearers.hear.add(each);
    return () => hearers.hear.delete(each);
  }

  #tell(payload: string): void {
    try {
      const { topic, event } = envelopeRule.parse(JSON.parse(payload));
      const hearers = this.#hearers.get(topic);
      if (hearers === undefined) return;
      const checked = hearers.rule.parse(event);
      for (const each of hearers.hear) each(checked);
    } catch (error) {
      this.#logger.error({ err: error, payload }, 'an event could not be told');
    }
  }
}
