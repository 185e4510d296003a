import type { PubSub, Topic } from './pubsub.ts';

/** A reader who is this far behind is better off reading everything again. */
const longest = 100;

/**
 * Events for one reader, in their order. The first is `whole`, as is any after which events may have been missed: read everything again.
 * So nothing falls between what a client read before and the first event.
 */
export class EventQueue<Item> implements AsyncGenerator<Item, undefined, undefined> {
  readonly #pubsub: Pick<PubSub, 'on'>;
  readonly #whole: Item;
  readonly #ends: (() => void)[] = [];
  #waiting: Item[];
  #reader: ((result: IteratorResult<Item, undefined>) => void) | null = null;
  #isOver = false;

  constructor(pubsub: Pick<PubSub, 'on'>, whole: Item) {
    this.#pubsub = pubsub;
    this.#whole = whole;
    this.#waiting = [whole];
  }

  /** Adds what `select` makes of the events of a topic; null passes one over. */
  follow<Event>(topic: Topic<Event>, select: (event: Event) => Item | null): this {
    const end = this.#pubsub.on(topic, (event) => {
      const item = event === null ? this.#whole : select(event);
      if (item !== null) this.#add(item);
    });
    this.onEnd(end);
    return this;
  }

  onEnd(run: () => void): void {
    this.#ends.push(run);
  }

  /** Lets the reader read everything again, by the rights of this moment. */
  readAgain(): void {
    this.#add(this.#whole);
  }

  #add(item: Item): void {
    if (this.#isOver) return;
    if (this.#reader !== null) {
      this.#reader({ value: item, done: false });
      this.#reader = null;
    } else if (item === this.#whole || this.#waiting.length >= longest) {
      this.#waiting = [this.#whole];
    } else {
      this.#waiting.push(item);
    }
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    const [item] = this.#waiting;
    if (this.#isOver || item !== undefined) {
      this.#waiting = this.#waiting.slice(1);
      return Promise.resolve(item === undefined ? { value: undefined, done: true } : { value: item, done: false });
    }
    return new Promise((resolve) => {
      this.#reader = resolve;
    });
  }

  /** Ends at once, also for a reader who waits: an async generator would let them wait for the next event. */
  return(): Promise<IteratorReturnResult<undefined>> {
    this.#isOver = true;
    this.#waiting = [];
    for (const end of this.#ends.splice(0)) end();
    this.#reader?.({ value: undefined, done: true });
    this.#reader = null;
    return Promise.resolve({ value: undefined, done: true });
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
