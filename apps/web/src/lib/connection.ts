/** While the server can't be reached it is asked again so often, in milliseconds. */
const askEveryMs = 5_000;

/** Small, and there without a right or a database. */
const probe = '/favicon.svg';

/**
 * Whether the server can be reached, as requests tell it: a browser that says it is online may stand before a wall. One that gets an
 * answer, whatever it says, has reached it.
 */
class Connection {
  #isLost = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #listeners = new Set<() => void>();

  readonly isLost = (): boolean => this.#isLost;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the browser says is tried. */
  watch(): void {
    window.addEventListener('offline', this.tellLost);
    window.addEventListener('online', () => void this.ask());
  }

  readonly tellLost = (): void => {
    if (this.#isLost) return;
    this.#timer = setInterval(() => void this.ask(), askEveryMs);
    this.#become(true);
  };

  readonly tellFound = (): void => {
    if (!this.#isLost) return;
    clearInterval(this.#timer);
    this.#become(false);
  };

  /** Whether the server answers now. */
  async ask(): Promise<boolean> {
    try {
      await fetch(probe, { method: 'HEAD', cache: 'no-store' });
      this.tellFound();
    } catch {
      this.tellLost();
    }
    return !this.#isLost;
  }

  #become(isLost: boolean): void {
    this.#isLost = isLost;
    for (const listener of this.#listeners) listener();
  }
}

export const connection = new Connection();
