import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Context, Services } from '../context.ts';
import { queueFigures } from '../kernel/job-figures.ts';

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const areas = ['graphql', 'files', 'assets', 'mailbox', 'graphiql'] as const;
const jobStates = ['waiting', 'planned', 'active', 'retrying', 'failed', 'done'] as const;

/** As many labels as there are kinds of work, however many addresses are asked for. */
function areaOf(path: string): string {
  const first = path.split('/', 2)[1] ?? '';
  return areas.find((area) => area === first) ?? 'other';
}

/** What the process counts of itself already: read when somebody asks. */
function readFigures(registry: Registry, { figures, pubsub }: Services): void {
  const registers = [registry];
  const caches = [
    ['cursus_cache_entries', 'Entries of a cache.', 'entries', Gauge],
    ['cursus_cache_limit', 'Entries that a cache may hold.', 'limit', Gauge],
    ['cursus_cache_hits_total', 'Looks into a cache that found something.', 'hits', Counter],
    ['cursus_cache_misses_total', 'Looks into a cache that found nothing.', 'misses', Counter],
  ] as const;
  for (const [name, help, figure, Kind] of caches) {
    const metric = new Kind({
      name,
      help,
      labelNames: ['cache'],
      registers,
      collect: () => {
        metric.reset();
        for (const [cache, read] of figures.caches) metric.inc({ cache: cache.toLowerCase() }, read()[figure]);
      },
    });
  }
  const plain: readonly [string, string, () => number][] = [
    ['cursus_database_connections', 'Open connections of the pool.', () => figures.database.pool.connections],
    ['cursus_database_connections_limit', 'Connections that the pool may open.', () => figures.database.pool.limit],
    ['cursus_database_connections_idle', 'Open connections that nobody uses.', () => figures.database.pool.idle],
    ['cursus_database_waiting', 'Who waits for a connection.', () => figures.database.pool.waiting],
    ['cursus_database_listening', '1 while the process hears what others change.', () => Number(pubsub.isListening)],
    ['cursus_live_sockets', 'Open sockets.', () => figures.live().sockets],
    ['cursus_live_people', 'Different people at sockets.', () => figures.live().people],
    ['cursus_live_subscriptions', 'Subscriptions that are followed.', () => figures.live().subscriptions],
  ];
  for (const [name, help, read] of plain) {
    const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(read()) });
  }
  const sent: readonly [string, string, () => number][] = [
    ['cursus_database_statements_total', 'Statements that were sent.', () => figures.database.sent.statements],
    ['cursus_database_seconds_total', 'Seconds that were waited for them.', () => figures.database.sent.milliseconds / 1_000],
  ];
  for (const [name, help, read] of sent) {
    const counter = new Counter({
      name,
      help,
      registers,
      collect: () => {
        counter.reset();
        counter.inc(read());
      },
    });
  }
}

/** One statement each time that somebody asks; while the database is away there are no figures of jobs, and all others. */
function readJobs(registry: Registry, { db, logger }: Services): void {
  const gauge = new Gauge({
    name: 'cursus_jobs',
    help: 'Jobs of all processes by what became of them, of those that are kept.',
    labelNames: ['queue', 'state'],
    registers: [registry],
    collect: async () => {
      gauge.reset();
      try {
        for (const queue of await queueFigures(db)) for (const state of jobStates) gauge.set({ queue: queue.name, state }, queue[state]);
      } catch (error) {
        logger.warn({ err: error }, 'the figures of jobs were not read');
      }
    },
  });
}

/** What Prometheus reads. It is made only where it is asked for: without it nothing is timed. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests: Histogram<'area' | 'status'>;
  readonly #operations: Histogram<'kind' | 'outcome'>;

  constructor(services: Services) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    readFigures(this.registry, services);
    readJobs(this.registry, services);
    this.#requests = new Histogram({
      name: 'cursus_http_request_duration_seconds',
      help: 'Seconds from a request to the end of its answer, by the part of the server that answers and by the class of the status.',
      labelNames: ['area', 'status'],
      buckets,
      registers,
    });
    this.#operations = new Histogram({
      name: 'cursus_graphql_operation_duration_seconds',
      help: 'Seconds that an operation took, by its kind and the code of its first error; what was remembered ran no operation.',
      labelNames: ['kind', 'outcome'],
      buckets,
      registers,
    });
  }

  /** Stands before everything that answers. */
  get requestTimer(): RequestHandler {
    return (req, res, next) => {
      const began = performance.now();
      const area = areaOf(req.path);
      res.once('close', () =>
        this.#requests.observe({ area, status: `${Math.floor(res.statusCode / 100)}xx` }, (performance.now() - began) / 1_000),
      );
      next();
    };
  }

  get operationTimer(): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => {
        const began = performance.now();
        return {
          willSendResponse: async ({ operation, response: { body } }) => {
            const [error] = (body.kind === 'single' ? body.singleResult.errors : undefined) ?? [];
            const outcome = error === undefined ? 'ok' : String(error.extensions?.['code']);
            this.#operations.observe({ kind: operation?.operation ?? 'none', outcome }, (performance.now() - began) / 1_000);
          },
        };
      },
    };
  }
}
