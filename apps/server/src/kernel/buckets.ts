/** What is left of an allowance that fills again at an even pace, a whole one a minute. */
export interface Balance {
  readonly limit: number;
  readonly remaining: number;
  /** Until the bucket is full again. */
  readonly resetSeconds: number;
}

export interface Spending extends Balance {
  /** Zero when the cost was taken; otherwise nothing was taken, and this is when there will be enough. */
  readonly retryAfterSeconds: number;
}

/** Counts what callers spend. One process counts for itself here; what counts for several has the same face. */
export interface Buckets {
  /** Takes `cost` from the bucket of `key`, or nothing when there is less than that. */
  spend(key: string, cost: number, limit: number): Spending;
}

const minute = 60_000;

/** Past so many callers, those whose bucket is full again are forgotten: they lose nothing. */
const rememberedCallers = 100_000;

export class MemoryBuckets implements Buckets {
  readonly #fullAt = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A bucket is kept as the moment at which it will be full: what is missing is the time until then. */
  spend(key: string, cost: number, limit: number): Spending {
    const now = this.#now();
    const missing = (Math.max(0, (this.#fullAt.get(key) ?? 0) - now) / minute) * limit;
    const lacking = missing + cost - limit;
    const spent = lacking > 0 ? missing : missing + cost;
    if (lacking <= 0 && cost > 0) this.#remember(key, now + (spent / limit) * minute);
    return {
      limit,
      remaining: Math.floor(limit - spent),
      resetSeconds: Math.ceil((spent / limit) * 60),
      retryAfterSeconds: lacking > 0 ? Math.ceil((lacking / limit) * 60) : 0,
    };
  }

  #remember(key: string, fullAt: number): void {
    if (this.#fullAt.size >= rememberedCallers && !this.#fullAt.has(key)) {
      const now = this.#now();
      for (const [each, at] of this.#fullAt) if (at <= now) this.#fullAt.delete(each);
    }
    this.#fullAt.set(key, fullAt);
  }
}
