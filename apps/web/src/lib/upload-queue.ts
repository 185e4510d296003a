import type { FileUse } from '../gql/graphql.ts';
import { type Failure, failureOf } from './failure.ts';
import { mistakesOf } from './mistakes.ts';
import { newKey } from './new-key.ts';
import { session } from './session.ts';
import type { UploadPayload } from './upload.ts';
import { type FileLimit, uploadMistake } from './upload-limit.ts';
import type { Mistake } from './user-error.ts';

export type UploadedFile = NonNullable<UploadPayload['file']>;

export type UploadState =
  | { status: 'waiting' }
  /** `share`: 0 to 1, of the bytes that have left this machine. */
  | { status: 'sending'; share: number }
  /** The file has arrived; what it was sent for is being done. */
  | { status: 'finishing' }
  | { status: 'arrived'; stored: UploadedFile }
  /** What failed may be tried again; a mistake needs another file. */
  | { status: 'stopped'; problem: { mistake: Mistake } | { failure: Failure } };

/** What is asked of the queue. */
export interface UploadWish {
  file: File;
  use: FileUse;
  limit: FileLimit;
  /** The field that takes the file: on this page or, when somebody has gone elsewhere meanwhile, when its page is open again. */
  field?: string;
  /** What the file is sent for, when no field takes it: done once it has arrived. `key` is the same at each attempt. */
  finish?: (stored: UploadedFile, key: string) => Promise<Mistake | null>;
}

export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly field: string | null;
  /** The page on which it was asked for. */
  readonly page: string;
  readonly state: UploadState;
}

interface Task {
  readonly wish: UploadWish;
  /** Those asked for before it, at once with it. */
  readonly before: Promise<unknown>;
  readonly settled: PromiseWithResolvers<void>;
  abort: AbortController;
  stored: UploadedFile | null;
}

const atOnce = 3;
const isUnderWay = ({ state: { status } }: Upload): boolean => status === 'waiting' || status === 'sending' || status === 'finishing';

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

/** The files on their way to the server, wherever in the application somebody is meanwhile; a few at once, the others wait. */
export class UploadQueue {
  #uploads: readonly Upload[] = [];
  readonly #tasks = new Map<string, Task>();
  readonly #listeners = new Set<() => void>();

  readonly uploads = (): readonly Upload[] => this.#uploads;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What would be refused is stopped before a byte of it is sent. What is asked for at once is finished in this order. */
  add(...wishes: readonly UploadWish[]): void {
    let before: Promise<unknown> = Promise.resolve();
    const added = wishes.map((wish): Upload => {
      const id = newKey();
      const settled = Promise.withResolvers<void>();
      this.#tasks.set(id, { wish, before, settled, abort: new AbortController(), stored: null });
      before = Promise.all([before, settled.promise]);
      const { file, field = null } = wish;
      const mistake = uploadMistake(file, wish.limit);
      if (mistake !== null) settled.resolve();
      const state: UploadState = mistake === null ? { status: 'waiting' } : { status: 'stopped', problem: { mistake } };
      return { id, file, field, page: window.location.pathname, state };
    });
    this.#set([...this.#uploads, ...added]);
    this.#startNext();
  }

  retry(id: string): void {
    this.#become(id, { status: 'waiting' });
    this.#startNext();
  }

  /** Ends it, or forgets it where it has ended by itself. */
  remove(id: string): void {
    const task = this.#tasks.get(id);
    this.#tasks.delete(id);
    this.#set(this.#uploads.filter((upload) => upload.id !== id));
    task?.abort.abort();
    task?.settled.resolve();
    this.#startNext();
  }

  readonly clear = (): void => {
    for (const { id } of this.#uploads) this.remove(id);
  };

  #startNext(): void {
    const running = this.#uploads.filter(({ state: { status } }) => status === 'sending' || status === 'finishing').length;
    for (const { id } of this.#uploads.filter(({ state }) => state.status === 'waiting').slice(0, Math.max(0, atOnce - running))) {
      const task = this.#tasks.get(id);
      if (task !== undefined) void this.#run(id, task);
    }
  }

  async #run(id: string, task: Task): Promise<void> {
    task.abort = new AbortController();
    const { signal } = task.abort;
    this.#become(id, { status: 'sending', share: task.stored === null ? 0 : 1 });
    const end = await this.#attempt(id, task, signal).catch((error: unknown): UploadState => ({
      status: 'stopped',
      problem: { failure: failureOf(error) },
    }));
    if (signal.aborted) return;
    this.#become(id, end);
    task.settled.resolve();
    this.#startNext();
  }

  /** A file that has arrived is not sent again when only what it was for has failed. */
  async #attempt(id: string, task: Task, signal: AbortSignal): Promise<UploadState> {
    const { file, use, finish } = task.wish;
    if (task.stored === null) {
      const onProgress = (share: number): void => {
        if (!signal.aborted) this.#become(id, { status: 'sending', share });
      };
      const { uploadFile } = await import('./upload.ts');
      const { file: stored, userErrors } = await uploadFile({ file, use, onProgress, signal });
      const [refused] = mistakesOf(userErrors);
      if (refused !== undefined || stored === null)
        return { status: 'stopped', problem: { mistake: refused ?? { code: 'INVALID', field: null } } };
      task.stored = stored;
    }
    if (finish !== undefined && !signal.aborted) {
      this.#become(id, { status: 'finishing' });
      await task.before;
      const mistake = await finish(task.stored, id);
      if (mistake !== null) return { status: 'stopped', problem: { mistake } };
    }
    return { status: 'arrived', stored: task.stored };
  }

  #become(id: string, state: UploadState): void {
    this.#set(this.#uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)));
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    // Leaving the application would end what is under way; the browser asks first.
    if (uploads.some(isUnderWay)) window.addEventListener('beforeunload', warn);
    else window.removeEventListener('beforeunload', warn);
    for (const listener of this.#listeners) listener();
  }
}

export const uploadQueue = new UploadQueue();

// What somebody sends is theirs: it ends with their session, and goes on when they only have to sign in again.
session.subscribe(() => {
  if (session.state().status === 'signed-out') uploadQueue.clear();
});
