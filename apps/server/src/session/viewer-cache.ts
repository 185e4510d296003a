import { z } from 'zod';
import type { Viewer } from '../kernel/authorize.ts';
import type { CacheFigures } from '../kernel/process-figures.ts';
import type { PubSub, Topic } from '../kernel/pubsub.ts';

/** That a person's sessions, groups or rights are others than before; null: anybody's may be. The database tells it by triggers. */
export const viewerChanged: Topic<{ userId: string | null }> = {
  name: 'viewerChanged',
  rule: z.object({ userId: z.string().nullable() }),
};

/** A viewer and until when their session or token is in force, if nothing ends it before. */
export interface KnownViewer {
  readonly viewer: Viewer;
  readonly until: Date;
}

interface Entry {
  readonly reading: Promise<KnownViewer | null>;
  userId: string | null;
}

/** Far above what uses one process at a time; past it the oldest go. */
const mostEntries = 10_000;

/** Who stands behind a session or token, remembered until the database says that it changed. While that could be missed, nothing is. */
export class ViewerCache {
  readonly #pubsub: PubSub;
  readonly #entries = new Map<string, Entry>();
  #hits = 0;
  #misses = 0;

  constructor(pubsub: PubSub) {
    this.#pubsub = pubsub;
    pubsub.on(viewerChanged, (event) => this.forget(event?.userId ?? null));
  }

  get figures(): CacheFigures {
    return { entries: this.#entries.size, limit: mostEntries, hits: this.#hits, misses: this.#misses };
  }

  async get(key: string, read: () => Promise<KnownViewer | null>): Promise<KnownViewer | null> {
    if (!this.#pubsub.isListening) return read();
    const remembered = this.#entries.get(key);
    if (remembered === undefined) this.#misses += 1;
    else this.#hits += 1;
    const entry = remembered ?? this.#read(key, read);
    const known = await entry.reading;
    if (known === null || known.until > new Date()) return known;
    this.#drop(key, entry);
    return read();
  }

  /** Forgets what is known of a person, or of all; what is being read at this moment may be older than the change, so it goes too. */
  forget(userId: string | null): void {
    for (const [key, entry] of this.#entries) {
      if (userId === null || entry.userId === null || entry.userId === userId) this.#entries.delete(key);
    }
  }

  #read(key: string, read: () => Promise<KnownViewer | null>): Entry {
    const entry: Entry = { reading: read(), userId: null };
    this.#entries.set(key, entry);
    entry.reading.then(
      (known) => {
        if (known === null) this.#drop(key, entry);
        else entry.userId = known.viewer.userId;
      },
      () => this.#drop(key, entry),
    );
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > mostEntries && oldest !== undefined) this.#entries.delete(oldest);
    return entry;
  }

  #drop(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
