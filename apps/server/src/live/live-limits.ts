/** What one socket, and one person in this process, may hold open or send. A browser has a socket for each of its tabs. */
export const liveLimits = {
  socketsPerPerson: 20,
  subscriptionsPerSocket: 20,
  messagesPerSecond: 20,
  messageBytes: 100 * 1024,
} as const;

/** How many sockets each person has. */
export class SocketPlaces {
  readonly #taken = new Map<string, number>();

  get people(): number {
    return this.#taken.size;
  }

  /** A place for one more socket, given back by calling the answer; null when there is none left. */
  take(userId: string): (() => void) | null {
    const taken = this.#taken.get(userId) ?? 0;
    if (taken >= liveLimits.socketsPerPerson) return null;
    this.#taken.set(userId, taken + 1);
    return () => {
      const left = (this.#taken.get(userId) ?? 1) - 1;
      if (left > 0) this.#taken.set(userId, left);
      else this.#taken.delete(userId);
    };
  }
}

/** Counts the messages of a socket, second by second. */
export class MessageRate {
  #began = 0;
  #messages = 0;

  /** Whether one more may come now. */
  allows(now: number): boolean {
    if (now - this.#began >= 1_000) [this.#began, this.#messages] = [now, 0];
    this.#messages += 1;
    return this.#messages <= liveLimits.messagesPerSecond;
  }
}
