import { changedFields, isSame, mergeEdits } from './merge-edits.ts';
import type { OtherEdit } from './edit-conflict.ts';
import { type Failure, failureOf, nothingHere } from './failure.ts';
import { mistakesByRule } from './mistakes.ts';
import {
  type AutosaveOptions,
  cleanedBy,
  type EditConflict,
  fieldOf,
  type Fields,
  isStillRefused,
  type RefusedField,
  type SaveState,
  type Stored,
} from './save-state.ts';
import type { Mistake } from './user-error.ts';

const pauseMs = 1_500;
const retryMs = { first: 2_000, longest: 30_000 };

const isTemporary = ({ cause }: Failure): boolean => ['NO_CONNECTION', 'UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED'].includes(cause);

/**
 * Sends what a form holds after a pause in writing: one request at a time, the newest values after it. Fields that are wrong stay behind,
 * a connection that is gone is waited for, and somebody else's edit is merged where it is of other fields, else a person is asked.
 */
export class Autosave<TValues extends Fields> {
  readonly #options: AutosaveOptions<TValues>;
  readonly #listeners = new Set<() => void>();
  #state: SaveState<TValues> = { status: 'untouched' };
  #stored: Stored<TValues>;
  #values: TValues;
  #savedAt: number | null = null;
  /** What was sent and not answered: the server may have it all the same. */
  #unanswered: TValues[] = [];
  /** It is not sent again as it is. */
  #refused: readonly RefusedField[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #failures = 0;

  constructor(options: AutosaveOptions<TValues>) {
    this.#options = options;
    this.#stored = options.stored;
    this.#values = options.stored.values;
  }

  readonly state = (): SaveState<TValues> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What is written stands on this. */
  get stored(): Stored<TValues> {
    return this.#stored;
  }

  isUnsaved(): boolean {
    return this.#running !== null || !isSame(this.#cleaned(this.#values), this.#cleaned(this.#stored.values));
  }

  /** Something was written. */
  change(values: TValues): void {
    if (isSame(values, this.#values)) return;
    this.#values = values;
    if (this.#state.status === 'conflict') return this.#tell();
    if (this.#running === null && this.#state.status !== 'failed') this.#become({ status: 'pending' });
    this.#sendIn(pauseMs);
  }

  /** Sends at once what is not saved yet. True when all of it is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#state.status !== 'conflict') {
      this.#isWanted = true;
      this.#running ??= this.#work().finally(() => {
        this.#running = null;
        this.#tell();
      });
      await this.#running;
    }
    return !this.isUnsaved();
  }

  /** Goes on from what was written earlier on another state. */
  restore(values: TValues, base: Stored<TValues>): Promise<boolean> {
    this.#stored = base;
    this.#values = values;
    return this.flush();
  }

  keepMine({ theirs }: EditConflict<TValues>): Promise<boolean> {
    this.#adopt(theirs, null);
    return this.flush();
  }

  takeTheirs({ theirs }: EditConflict<TValues>): void {
    const fields = changedFields(theirs.values, this.#values);
    this.#stored = theirs;
    this.#values = theirs.values;
    this.#settle();
    this.#options.onReplaced(theirs.values, { fields, other: null });
  }

  /** The form is gone: what was asked for is still done, nothing more is begun. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #sendIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  async #work(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#attempt();
    }
  }

  async #attempt(): Promise<void> {
    this.#options.onMistakes(this.#mistakes());
    const values = this.#sendable();
    if (values === null) return this.#settle();
    this.#become({ status: 'saving' });
    try {
      const answer = await this.#options.send(this.#cleaned(values), this.#stored.revision);
      if (answer.kind === 'conflict') return await this.#meet(answer.other);
      this.#unanswered = [];
      this.#failures = 0;
      if (answer.kind === 'refused') return this.#refuse(answer.mistakes, values);
      this.#stored = { values, revision: answer.revision };
      this.#savedAt = Date.now();
      this.#settle();
    } catch (error) {
      this.#unanswered.push(values);
      this.#fail(failureOf(error));
    }
  }

  #mistakes(): Mistake[] {
    const refused = this.#refused.filter((each) => isStillRefused(each, this.#values)).map(({ mistake }) => mistake);
    return [...mistakesByRule(this.#options.rule, this.#values), ...refused];
  }

  /** The values with those of the wrong fields as they are stored. Null when there is nothing right to send. */
  #sendable(): TValues | null {
    const wrong = this.#mistakes().map(fieldOf);
    const kept = Object.fromEntries(Object.entries(this.#stored.values).filter(([field]) => wrong.includes(field))) as Partial<TValues>;
    const values = { ...this.#values, ...kept };
    const isRight = this.#options.rule.safeParse(values).success;
    return isRight && !isSame(this.#cleaned(values), this.#cleaned(this.#stored.values)) ? values : null;
  }

  #refuse(mistakes: readonly Mistake[], sent: TValues): void {
    this.#refused = mistakes.map((mistake) => ({ mistake, value: sent[fieldOf(mistake)] }));
    this.#options.onMistakes(this.#mistakes());
    // The rest goes without them.
    this.#isWanted ||= mistakes.some((mistake) => fieldOf(mistake) in sent);
    this.#become({ status: 'invalid' });
  }

  /** Somebody's edit came first. It may be one's own, whose answer was lost. */
  async #meet(other: OtherEdit): Promise<void> {
    const theirs = await this.#options.readAgain();
    if (theirs === null) return this.#fail(failureOf(nothingHere));
    const own = this.#unanswered.find((sent) => isSame(this.#cleaned(sent), this.#cleaned(theirs.values)));
    this.#unanswered = [];
    if (own !== undefined) {
      this.#stored = { values: own, revision: theirs.revision };
      this.#isWanted = true;
      return;
    }
    const { contested } = this.#merged(theirs);
    if (contested.length > 0) return this.#become({ status: 'conflict', conflict: { other, theirs, contested } });
    this.#adopt(theirs, other);
    this.#isWanted = true;
  }

  #merged(theirs: Stored<TValues>) {
    return mergeEdits(this.#cleaned(this.#stored.values), this.#cleaned(this.#values), this.#cleaned(theirs.values));
  }

  /** From now on what is written stands on theirs; what they alone changed is taken over. */
  #adopt(theirs: Stored<TValues>, other: OtherEdit | null): void {
    const before = this.#cleaned(this.#values);
    const { values } = this.#merged(theirs);
    const fields = changedFields(before, values);
    this.#stored = theirs;
    const taken = Object.fromEntries(fields.map((field) => [field, values[field]])) as Partial<TValues>;
    this.#values = { ...this.#values, ...taken };
    this.#become({ status: 'pending' });
    if (fields.length > 0) this.#options.onReplaced(this.#values, { fields, other });
  }

  #fail(failure: Failure): void {
    this.#become({ status: 'failed', failure });
    if (!isTemporary(failure)) return;
    this.#sendIn(Math.min(retryMs.first * 2 ** this.#failures, retryMs.longest));
    this.#failures += 1;
  }

  /** What is so when nothing is on its way. */
  #settle(): void {
    const isSaved = isSame(this.#cleaned(this.#values), this.#cleaned(this.#stored.values));
    if (!isSaved) this.#become({ status: this.#sendable() === null ? 'invalid' : 'pending' });
    else this.#become(this.#savedAt === null ? { status: 'untouched' } : { status: 'saved', at: this.#savedAt });
  }

  #cleaned(values: TValues): TValues {
    return cleanedBy(this.#options.rule, values);
  }

  #become(state: SaveState<TValues>): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
