/**
 * Reads something again, one reading at a time. Who asks while one is under way is given another, for the first began before whatever
 * they ask about; all who ask meanwhile share it.
 */
export class Reading {
  readonly #read: () => Promise<unknown>;
  #underWay: Promise<void> | null = null;
  #isAskedAgain = false;

  constructor(read: () => Promise<unknown>) {
    this.#read = read;
  }

  get isUnderWay(): boolean {
    return this.#underWay !== null;
  }

  /** Resolves once all that was asked for is read; what can't be read is told where it is shown. */
  again(): Promise<void> {
    this.#isAskedAgain = true;
    this.#underWay ??= this.#readOn();
    return this.#underWay;
  }

  async #readOn(): Promise<void> {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      await this.#read().catch(() => undefined);
    }
    this.#underWay = null;
  }
}
