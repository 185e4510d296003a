import type { Logger } from 'pino';

const flushMilliseconds = 3_000;
/** A crash may lose what waits, and a database that is away must not fill the memory with it. */
const mostWaiting = 50_000;

/** Collects what need not be written at once, one entry a key, for one statement every few seconds; the rest is written by `stop`. */
export class WriteBehind<Entry> {
  readonly #write: (entries: readonly Entry[]) => Promise<unknown>;
  readonly #logger: Logger;
  readonly #waiting = new Map<string, Entry>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(logger: Logger, write: (entries: readonly Entry[]) => Promise<unknown>) {
    this.#logger = logger;
    this.#write = write;
  }

  add(key: string, entry: Entry): void {
    if (this.#waiting.size >= mostWaiting) return;
    this.#waiting.set(key, entry);
    this.#timer ??= setTimeout(() => void this.flush(), flushMilliseconds).unref();
  }

  /** What waits under this key, so that who just said it need not wait for the writing. */
  waiting(key: string): Entry | undefined {
    return this.#waiting.get(key);
  }

  /** Writes what waits; what was being written is waited for. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#writeAll());
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    const entries = [...this.#waiting];
    this.#waiting.clear();
    if (entries.length === 0) return;
    try {
      await this.#write(entries.map(([, entry]) => entry));
    } catch (error) {
      this.#logger.warn({ err: error, entries: entries.length }, 'what was to be written behind is kept for the next time');
      for (const [key, entry] of entries) if (!this.#waiting.has(key)) this.add(key, entry);
    }
  }
}
