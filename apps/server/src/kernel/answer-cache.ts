import type { CacheFigures } from './process-figures.ts';
import type { PubSub, Topic } from './pubsub.ts';

/** What was answered, and whether anybody else may be answered the same. */
export interface Made<Answer> {
  readonly answer: Answer;
  readonly mayBeKept: boolean;
}

const mostEntries = 500;

/**
 * Answers that are the same for all until an event says that something changed. Exact in every process: before each look the cache waits
 * until it has heard all that was committed by then, and what is being read while something changes is not kept.
 */
export class AnswerCache<Answer> {
  readonly #pubsub: PubSub;
  #entries = new Map<string, Promise<Made<Answer>>>();
  #hits = 0;
  #misses = 0;

  constructor(pubsub: PubSub, changed: Topic<unknown>) {
    this.#pubsub = pubsub;
    pubsub.on(changed, () => this.#forget());
  }

  get figures(): CacheFigures {
    return { entries: this.#entries.size, limit: mostEntries, hits: this.#hits, misses: this.#misses };
  }

  /** The known answer, or undefined: then `make` it by `remember`. */
  async find(key: string): Promise<Answer | undefined> {
    if (!(await this.#pubsub.caughtUp())) return undefined;
    const made = await this.#entries.get(key)?.catch(() => undefined);
    if (made?.mayBeKept !== true) {
      this.#misses += 1;
      return undefined;
    }
    this.#hits += 1;
    return made.answer;
  }

  /** Makes an answer, and keeps it when it may be kept and nothing changed meanwhile. */
  async remember(key: string, make: () => Promise<Made<Answer>>): Promise<Answer> {
    const making = make();
    if (this.#pubsub.isListening) this.#keep(key, making);
    return (await making).answer;
  }

  #keep(key: string, making: Promise<Made<Answer>>): void {
    const entries = this.#entries;
    entries.set(key, making);
    const drop = () => {
      if (entries.get(key) === making) entries.delete(key);
    };
    making.then(({ mayBeKept }) => (mayBeKept ? undefined : drop()), drop);
    const [oldest] = entries.keys();
    if (entries.size > mostEntries && oldest !== undefined) entries.delete(oldest);
  }

  /** Answers that are being made are forgotten too: they may be older than the change. */
  #forget(): void {
    this.#entries = new Map();
  }
}
