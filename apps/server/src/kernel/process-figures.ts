import { DatabaseWatch } from './database-watch.ts';

/** What something that is remembered says of itself. */
export interface CacheFigures {
  readonly entries: number;
  /** Past so many the oldest go, or nothing more is kept. */
  readonly limit: number;
  readonly hits: number;
  readonly misses: number;
}

/** Who follows what at this moment. */
export interface LiveFigures {
  readonly sockets: number;
  readonly people: number;
  readonly subscriptions: number;
}

/** What one process counts of itself, for who looks after it; what counts says so here by itself. */
export class ProcessFigures {
  readonly startedAt = new Date();
  readonly database: DatabaseWatch;
  readonly caches = new Map<string, () => CacheFigures>();
  live: () => LiveFigures = () => ({ sockets: 0, people: 0, subscriptions: 0 });

  constructor(slowMilliseconds: number) {
    this.database = new DatabaseWatch(slowMilliseconds);
  }
}
