import { isIPv6 } from 'node:net';
import type { Viewer } from './authorize.ts';
import type { Balance, Buckets } from './buckets.ts';
import { RateLimitError } from './errors.ts';

/** Cost units a minute. */
export interface RateLimits {
  readonly person: number;
  readonly address: number;
}

export interface Caller {
  readonly viewer: Viewer | null;
  readonly address: string;
}

/** Who has one IPv6 address has all that share its first 64 bits. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const [before, after] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return groups.slice(0, 4).join(':');
}

/** What one request takes from its caller's bucket: an account's own, wherever it comes from, or that of an address that nobody is signed in at. */
export class Charge {
  readonly #spend: (cost: number) => Balance & { retryAfterSeconds: number };
  #balance: Balance;
  #cost: number | null = null;

  /** The request itself costs 1. */
  constructor(buckets: Buckets, limits: RateLimits, { viewer, address }: Caller) {
    const [key, limit] = viewer === null ? [`address ${networkOf(address)}`, limits.address] : [`person ${viewer.userId}`, limits.person];
    this.#spend = (cost) => buckets.spend(key, Math.min(cost, limit), limit);
    this.#balance = this.#take(1);
  }

  /** What the operation costs; null until that is known. */
  get cost(): number | null {
    return this.#cost;
  }

  /** What is left after it. */
  get balance(): Balance {
    return this.#balance;
  }

  #take(cost: number): Balance {
    const spent = this.#spend(cost);
    this.#balance = spent;
    if (spent.retryAfterSeconds > 0) throw new RateLimitError(spent.retryAfterSeconds);
    return spent;
  }

  /** Takes what an operation costs, or refuses it. */
  spend(cost: number): void {
    this.#cost = cost;
    this.#take(cost - 1);
  }

  /** Takes what there is, for a document that was work to refuse. */
  fine(cost: number): void {
    this.#balance = this.#spend(Math.min(cost, this.#balance.remaining));
  }
}
