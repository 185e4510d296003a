import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { WebSocket } from 'ws';
import { afterEach } from 'vitest';
import type { Answer, Caller, GraphQLErrorBody } from './harness.ts';

/** What the server says to one subscription. */
export type LiveMessage<Data> =
  | { readonly type: 'next'; readonly payload: { readonly data?: Data | null; readonly errors?: readonly GraphQLErrorBody[] } }
  | { readonly type: 'error'; readonly payload: readonly GraphQLErrorBody[] }
  | { readonly type: 'complete' };

type ServerMessage = { readonly type: 'connection_ack' | 'pong' } | (LiveMessage<unknown> & { readonly id: string });

const open = new Set<LiveClient>();
afterEach(() => {
  for (const client of open) client.socket.terminate();
  open.clear();
});

/** One subscription on a socket, message by message. */
export class Following<Data> {
  readonly id: string;
  readonly #messages: LiveMessage<Data>[] = [];
  #reader: ((message: LiveMessage<Data>) => void) | null = null;

  constructor(id: string) {
    this.id = id;
  }

  take(message: LiveMessage<Data>): void {
    if (this.#reader === null) this.#messages.push(message);
    else this.#reader(message);
    this.#reader = null;
  }

  next(): Promise<LiveMessage<Data>> {
    const message = this.#messages.shift();
    return message === undefined ? new Promise((resolve) => (this.#reader = resolve)) : Promise.resolve(message);
  }

  /** The data of an event that must come. */
  async data(): Promise<Data> {
    const message = await this.next();
    if (message.type !== 'next' || message.payload.data === null || message.payload.data === undefined) {
      throw new Error(`no event, but ${JSON.stringify(message)}`);
    }
    return message.payload.data;
  }

  /** How many messages wait to be read. */
  get waiting(): number {
    return this.#messages.length;
  }
}

/** A socket that speaks graphql-transport-ws, word by word: nothing of a client library stands between a test and the server. */
export class LiveClient {
  readonly socket: WebSocket;
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #takers = new Map<string, (message: LiveMessage<never>) => void>();
  #acknowledge: () => void = () => undefined;
  #last = 0;

  constructor(url: string, options: { origin?: string; protocol?: string } = {}) {
    const { protocol = 'graphql-transport-ws', origin } = options;
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, origin === undefined ? {} : { origin });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
      this.socket.on('error', (error) => resolve({ code: 0, reason: error.message }));
    });
    this.socket.on('message', (data: Buffer) => this.#take(JSON.parse(data.toString()) as ServerMessage));
    open.add(this);
  }

  /** A socket of this caller, acknowledged. */
  static async of(caller: Caller, options: { origin?: string } = {}): Promise<LiveClient> {
    const client = new LiveClient(caller.url, options);
    await client.begin(caller.headers);
    return client;
  }

  /** Opens and introduces itself; true when the server acknowledges it. */
  async begin(connectionParams: object): Promise<boolean> {
    const acknowledged = new Promise<boolean>((resolve) => {
      this.#acknowledge = () => resolve(true);
    });
    if (this.socket.readyState !== WebSocket.OPEN) {
      await Promise.race([new Promise((resolve) => this.socket.once('open', resolve)), this.closed]);
    }
    this.send({ type: 'connection_init', payload: connectionParams });
    return Promise.race([acknowledged, this.closed.then(() => false)]);
  }

  send(message: object | string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  follow<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Following<Data> {
    return this.followText(print(document), variables);
  }

  followText<Data>(query: string, variables: unknown = {}): Following<Data> {
    const following = new Following<Data>(String((this.#last += 1)));
    this.#takers.set(following.id, (message) => following.take(message));
    this.send({ type: 'subscribe', id: following.id, payload: { query, variables } });
    return following;
  }

  leave({ id }: { readonly id: string }): void {
    this.send({ type: 'complete', id });
  }

  #take(message: ServerMessage): void {
    if (message.type === 'connection_ack') this.#acknowledge();
    else if ('id' in message) this.#takers.get(message.id)?.(message as LiveMessage<never>);
  }
}

/** What a caller is told of a subscription first. A socket that is not opened for them is an answer too: 4401 is HTTP's 401. */
export async function firstAnswer(caller: Caller, document: string, variables: unknown): Promise<Answer<unknown>> {
  const client = new LiveClient(caller.url);
  const common = { headers: new Headers(), data: null };
  if (!(await client.begin(caller.headers))) {
    const { code, reason } = await client.closed;
    return {
      ...common,
      status: code - 4_000,
      errors: [{ message: reason, extensions: { code: code === 4_401 ? 'UNAUTHENTICATED' : '' } }],
    };
  }
  const message = await client.followText(document, variables).next();
  client.socket.close();
  if (message.type === 'error') return { ...common, status: 200, errors: message.payload };
  const { data = null, errors = [] } = message.type === 'next' ? message.payload : {};
  return { ...common, status: 200, data, errors };
}
