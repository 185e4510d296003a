import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, PgBoss, type QueueOptions } from 'pg-boss';
import type { Logger } from 'pino';
import type { z } from 'zod';

/** The schema of the queues, beside that of everything else. */
const schema = 'pgboss';

const day = 24 * 60 * 60;

/** What a run may know of itself. */
export interface JobRun {
  /** The same in every attempt. */
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the process stops, or when the job has been given to another. */
  readonly signal: AbortSignal;
}

export interface JobRetries {
  readonly limit: number;
  /** Before the second attempt; each further one waits twice as long, up to the longest. */
  readonly delaySeconds: number;
  readonly longestDelaySeconds: number;
}

/** A kind of work without the type of what it is told, as a list of all kinds holds it. */
export interface Work<Scope> {
  readonly name: string;
  readonly retries: JobRetries;
  /** An attempt that takes longer counts as failed. */
  readonly longestSeconds: number;
  /** When it is done without being asked, as cron writes it, in UTC: once for all processes, with nothing to tell. */
  readonly schedule: string | null;
  perform(scope: Scope, data: unknown, run: JobRun): Promise<void>;
}

/** Work that is queued in PostgreSQL and done by any process. It may be begun twice when a process dies, so it must bear that. */
export interface Job<Scope, Data extends object> extends Work<Scope> {
  readonly rule: z.ZodType<Data>;
}

const defaults = { retries: { limit: 10, delaySeconds: 5, longestDelaySeconds: 900 }, longestSeconds: 300, schedule: null };

/** Declares a job. What it is told is kept in the database as it is: ids, never a secret. */
export function defineJob<Scope, Data extends object>(
  declared: Partial<Omit<Work<Scope>, 'perform'>> & {
    name: string;
    rule: z.ZodType<Data>;
    run: (scope: Scope, data: Data, run: JobRun) => Promise<unknown>;
  },
): Job<Scope, Data> {
  const { run, ...rest } = declared;
  return {
    ...defaults,
    ...rest,
    perform: async (scope, data, facts) => void (await run(scope, rest.rule.parse(data), facts)),
  };
}

/** Done and dead jobs are kept for so long, for who looks after the system. */
const keptSeconds = 14 * day;

/** A new job is told by NOTIFY; polling finds those whose next attempt is due, and what was missed. */
const pollingSeconds = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };

/** In each process: one that takes long does not keep the others waiting. */
const workersOfEach = 2;

const queueOptions = ({ retries, longestSeconds }: Work<never>): QueueOptions & { notify: boolean } => ({
  retryLimit: retries.limit,
  retryDelay: retries.delaySeconds,
  retryBackoff: true,
  retryDelayMax: retries.longestDelaySeconds,
  expireInSeconds: longestSeconds,
  deleteAfterSeconds: keptSeconds,
  notify: true,
});

interface BossOptions {
  readonly databaseUrl: string;
  readonly logger: Logger;
  /** A process that only queues does nothing by itself: it neither listens nor looks after the queues. */
  readonly isWorking: boolean;
}

const bossOf = ({ databaseUrl, logger, isWorking }: BossOptions, isMigrating = false): PgBoss => {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'cursus jobs',
    options: isMigrating ? '' : '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
    schema,
    max: 3,
    migrate: isMigrating || isWorking,
    supervise: isWorking,
    schedule: isWorking,
    useListenNotify: isWorking,
    queueCacheIntervalSeconds: isWorking ? 60 : day,
  });
  boss.on('error', (error) => logger.warn({ err: error }, 'the queue of jobs had a fault'));
  return boss;
};

/** Makes the queues, or brings them up to date. */
export async function migrateJobs(databaseUrl: string, logger: Logger, works: readonly Work<never>[]): Promise<void> {
  const boss = bossOf({ databaseUrl, logger, isWorking: false }, true);
  try {
    await boss.start();
    for (const work of works) {
      await boss.createQueue(work.name, queueOptions(work));
      await boss.updateQueue(work.name, queueOptions(work));
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** What is to be done after the answer, or later: kept in PostgreSQL, shared by all processes, tried again until it succeeds or is dead. */
export class Jobs {
  readonly #options: BossOptions;
  readonly #boss: PgBoss;

  constructor(options: BossOptions) {
    this.#options = options;
    this.#boss = bossOf(options);
  }

  async start(): Promise<void> {
    await this.#boss.start();
  }

  /** Queues a job in the transaction of `em`: it is done once that has committed, and never when it does not. */
  async queue<Data extends object>(em: EntityManager, { name, rule }: Pick<Job<never, Data>, 'name' | 'rule'>, data: Data): Promise<void> {
    await this.#boss.send(name, rule.parse(data), { db: fromKysely(em.getKysely()) });
  }

  /** Has a job that is dead tried once more, when the transaction of `em` commits. */
  async retry(em: EntityManager, name: string, id: string): Promise<void> {
    await this.#boss.retry(name, id, { db: fromKysely(em.getKysely()) });
  }

  /** Takes jobs of these kinds from now on, each as it is queued, and those of a schedule when it is time. */
  async work<Scope>(scope: Scope, works: readonly Work<Scope>[]): Promise<void> {
    for (const work of works) {
      const { name, schedule } = work;
      for (let worker = 0; worker < workersOfEach; worker += 1) await this.#takeJobs(work, scope);
      if (schedule === null) await this.#boss.unschedule(name);
      else await this.#boss.schedule(name, schedule, {}, { tz: 'UTC', missed: 'once' });
    }
  }

  async #takeJobs<Scope>(work: Work<Scope>, scope: Scope): Promise<void> {
    const options = { includeMetadata: true, ...pollingSeconds } as const;
    const worker = await this.#boss.work<unknown, void, typeof options>(work.name, options, async (jobs) => {
      // Where there was one there may be more: it looks again at once, without waiting to be told.
      this.#boss.notifyWorker(worker);
      for (const { id, data, retryCount, signal } of jobs) await this.#perform(work, scope, data, { id, attempt: retryCount + 1, signal });
    });
  }

  async #perform<Scope>(work: Work<Scope>, scope: Scope, data: unknown, run: JobRun): Promise<void> {
    try {
      await work.perform(scope, data, run);
    } catch (error) {
      const isDead = run.attempt > work.retries.limit;
      this.#options.logger.warn(
        { err: error, job: work.name, id: run.id, attempt: run.attempt },
        isDead ? 'a job failed and will not be tried again' : 'a job failed',
      );
      throw error;
    }
  }

  /** Ends what runs, ten seconds at most; what is not done then is begun again by another process. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: this.#options.isWorking, timeout: 10_000 });
  }
}
