import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { getOperationAST, print } from 'graphql';
import { withRetries } from './retry.ts';
import { type Operation, send } from './send.ts';
import { createSubscriber } from './subscribe.ts';

export { ApiError, ConnectionError, CursusError, type GraphQLErrorBody, RefusedError, type UserErrorBody } from './errors.ts';
export { allNodes } from './pages.ts';
export { requireAccepted } from './payload.ts';

export interface CursusClientOptions {
  /** The address of the API, for example `https://school.example/graphql`. */
  readonly endpoint: string | URL;
  /** A personal or access token, or a function that brings the present one. Absent: requests are anonymous. */
  readonly token?: string | null | (() => string | null | Promise<string | null>);
  /** How often a request is sent again, at most: 3 by default, 0 for never. */
  readonly retries?: number;
  /** Seconds that a retry waits at most: 60 by default. When the server asks for a longer wait, its refusal is thrown at once. */
  readonly maxRetryWait?: number;
  /** Another `fetch`, for example one that goes through a proxy. */
  readonly fetch?: typeof fetch;
  /** A WebSocket class, for subscriptions on Node.js 20, which has none of its own. */
  readonly webSocket?: unknown;
}

/** Variables may be left out when the document has none that are required. */
type VariablesOf<Variables> =
  Record<never, never> extends Variables ? [variables?: Variables, options?: CallOptions] : [variables: Variables, options?: CallOptions];

export interface CallOptions {
  readonly signal?: AbortSignal;
}

export interface CursusClient {
  /**
   * Sends a query or a mutation and gives its data. A `File` or `Blob` among the variables is uploaded.
   * Throws an `ApiError` for what the server refuses and a `ConnectionError` when no answer of it came. Queries are sent again when the server
   * is away; whatever was refused by the rate limit is sent again after the wait that the server told; mutations are else sent once.
   */
  request<Data, Variables>(document: TypedDocumentNode<Data, Variables>, ...call: VariablesOf<Variables>): Promise<Data>;
  /** The events of a subscription, until the loop is left or `signal` aborts. Needs the package graphql-ws. */
  subscribe<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    ...call: VariablesOf<Variables>
  ): AsyncGenerator<Data, void, undefined>;
  /** Closes the socket of the subscriptions, if there is one. */
  close(): Promise<void>;
}

/** A client of one Cursus, in the name of one token. */
export function createCursusClient({ endpoint, token = null, ...options }: CursusClientOptions): CursusClient {
  const url = new URL(endpoint);
  const currentToken = async () => (typeof token === 'function' ? token() : token);
  const http = { url: url.href, fetch: options.fetch ?? fetch, token: currentToken };
  const limits = { retries: options.retries ?? 3, maxWait: options.maxRetryWait ?? 60 };
  const socket = createSubscriber({ url: url.href.replace(/^http/, 'ws'), token: currentToken, webSocket: options.webSocket });

  return {
    request: async <Data, Variables>(document: TypedDocumentNode<Data, Variables>, ...call: VariablesOf<Variables>): Promise<Data> => {
      const [variables, { signal } = {}] = call;
      const data = await withRetries(
        async () => send(http, operationOf(document, variables), signal),
        limits,
        isRepeatable(document, variables),
        signal,
      );
      return data as Data;
    },
    subscribe: <Data, Variables>(document: TypedDocumentNode<Data, Variables>, ...call: VariablesOf<Variables>) => {
      const [variables, { signal } = {}] = call;
      return socket.subscribe(operationOf(document, variables), signal) as AsyncGenerator<Data, void, undefined>;
    },
    close: socket.close,
  };
}

function operationOf(document: TypedDocumentNode<unknown, never>, variables: unknown): Operation {
  const name = getOperationAST(document)?.name?.value;
  return { query: print(document), variables, ...(name === undefined ? {} : { operationName: name }) };
}

/** Whether a second run does no harm: a query, or a mutation that the server knows again by its idempotency key. */
function isRepeatable(document: TypedDocumentNode<unknown, never>, variables: unknown): boolean {
  if (getOperationAST(document)?.operation === 'query') return true;
  const input = (variables as { input?: { idempotencyKey?: unknown } } | undefined)?.input;
  return typeof input?.idempotencyKey === 'string';
}
