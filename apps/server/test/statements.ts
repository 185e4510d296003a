import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'node:http';
import { Client } from 'pg';
import { vi } from 'vitest';

/** On whose behalf something runs: jobs and what is written behind go on beside what is counted, and must not be counted with it. */
const account = new AsyncLocalStorage<object>();
let present: object | undefined;

/** Requests that come while statements are counted are counted. */
export function countRequestsOf(http: Server): void {
  http.prependListener('request', () => account.enterWith(present ?? {}));
}

const isStructural = (text: string): boolean => /^(?:begin|commit|rollback|set|start|listen)/i.test(text);

/** The statements that this process sends for `act` and for the requests that it makes; a transaction's begin and commit apart. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const mine = {};
  const { query: send } = Client.prototype as { query: (this: void, ...parameters: unknown[]) => unknown };
  const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(function query(this: Client, ...parameters: unknown[]) {
    const [query] = parameters as [string | { text?: string } | undefined];
    const text = typeof query === 'string' ? query : query?.text;
    if (text !== undefined && account.getStore() === mine && !isStructural(text)) seen.push(text);
    return Reflect.apply(send, this, parameters) as never;
  });
  present = mine;
  try {
    await account.run(mine, act);
  } finally {
    present = undefined;
    spy.mockRestore();
  }
  return seen;
}
