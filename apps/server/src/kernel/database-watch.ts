import type { Pool, PoolClient } from 'pg';
import { withoutValues } from './statement-text.ts';

/** So many texts are kept; of more, those that were slow the longest ago are forgotten. */
const mostTexts = 100;

export interface SlowStatement {
  /** Without values. */
  readonly text: string;
  readonly count: number;
  readonly meanMilliseconds: number;
  readonly maxMilliseconds: number;
  readonly lastAt: Date;
}

interface Slowness {
  count: number;
  total: number;
  max: number;
  lastAt: number;
}

interface PoolFigures {
  readonly connections: number;
  readonly limit: number;
  readonly idle: number;
  readonly waiting: number;
}

type Query = (...parameters: unknown[]) => unknown;

const textOf = (query: unknown): string => {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query && typeof query.text === 'string' ? query.text : '';
};

/** What this process knows of its way to the database: its connections, and which statements took long, as it waited for them. */
export class DatabaseWatch {
  readonly slowMilliseconds: number;
  readonly #slow = new Map<string, Slowness>();
  #pool: Pool | null = null;
  #statements = 0;
  #milliseconds = 0;

  constructor(slowMilliseconds: number) {
    this.slowMilliseconds = slowMilliseconds;
  }

  /** All that were sent since the start, and how long was waited for them. */
  get sent(): { readonly statements: number; readonly milliseconds: number } {
    return { statements: this.#statements, milliseconds: this.#milliseconds };
  }

  get pool(): PoolFigures {
    const pool = this.#pool;
    if (pool === null) return { connections: 0, limit: 0, idle: 0, waiting: 0 };
    return { connections: pool.totalCount, limit: pool.options.max, idle: pool.idleCount, waiting: pool.waitingCount };
  }

  /** Those that were slow, the most costly first. */
  get slowStatements(): SlowStatement[] {
    return [...this.#slow]
      .toSorted(([, one], [, other]) => other.total - one.total)
      .map(([text, { count, total, max, lastAt }]) => ({
        text,
        count,
        meanMilliseconds: total / count,
        maxMilliseconds: max,
        lastAt: new Date(lastAt),
      }));
  }

  /** Two looks at the clock for each statement; nothing for a row, and a text is looked at only when it was slow. */
  watch(pool: Pool): void {
    this.#pool = pool;
    pool.on('connect', (client: PoolClient) => {
      const send = client.query.bind(client) as Query;
      const query: Query = (...parameters) => {
        const began = performance.now();
        const sent = send(...parameters);
        const note = () => this.#note(parameters[0], performance.now() - began);
        if (sent instanceof Promise) sent.then(note, note);
        return sent;
      };
      Object.assign(client, { query });
    });
  }

  #note(query: unknown, milliseconds: number): void {
    this.#statements += 1;
    this.#milliseconds += milliseconds;
    if (milliseconds < this.slowMilliseconds) return;
    const text = withoutValues(textOf(query));
    const known = this.#slow.get(text) ?? { count: 0, total: 0, max: 0, lastAt: 0 };
    this.#slow.delete(text);
    const { count, total, max } = known;
    this.#slow.set(text, { count: count + 1, total: total + milliseconds, max: Math.max(max, milliseconds), lastAt: Date.now() });
    const [oldest] = this.#slow.keys();
    if (this.#slow.size > mostTexts && oldest !== undefined) this.#slow.delete(oldest);
  }
}
