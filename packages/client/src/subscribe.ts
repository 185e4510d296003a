import type { Client } from 'graphql-ws';
import { ApiError, ConnectionError, CursusError, type GraphQLErrorBody } from './errors.ts';
import type { Operation } from './send.ts';

export interface Socket {
  /** Where subscriptions are served: the endpoint, as ws: or wss:. */
  readonly url: string;
  readonly token: () => Promise<string | null>;
  /** A WebSocket class, for a Node.js that has none of its own. */
  readonly webSocket?: unknown;
}

/** One socket for all subscriptions of a client: opened with the first, closed with the last, opened anew when the line broke. */
export function createSubscriber(socket: Socket) {
  let opening: Promise<Client> | undefined;
  return {
    async *subscribe(operation: Operation, signal?: AbortSignal): AsyncGenerator<unknown, void, undefined> {
      signal?.throwIfAborted();
      const client = await (opening ??= open(socket));
      const results = client.iterate({ ...operation, variables: variablesOf(operation) });
      const leave = () => void results.return?.();
      signal?.addEventListener('abort', leave, { once: true });
      try {
        for await (const result of results) yield dataOf(result);
        signal?.throwIfAborted();
      } catch (error) {
        throw toldError(error);
      } finally {
        signal?.removeEventListener('abort', leave);
      }
    },
    close: async (): Promise<void> => {
      const client = await opening;
      await client?.dispose();
    },
  };
}

async function open({ url, token, webSocket }: Socket): Promise<Client> {
  const { createClient } = await import('graphql-ws').catch((cause: unknown) => {
    throw new ConnectionError('Subscriptions need the package graphql-ws: install it beside @cursus/client.', { cause });
  });
  const connectionParams = async (): Promise<Record<string, string>> => {
    const secret = await token();
    return secret === null ? {} : { authorization: `Bearer ${secret}` };
  };
  return createClient({ url, connectionParams, ...(webSocket === undefined ? {} : { webSocketImpl: webSocket }) });
}

const variablesOf = ({ variables }: Operation): Record<string, unknown> => ({ ...(variables as Record<string, unknown> | undefined) });

function dataOf({ data, errors }: { data?: unknown; errors?: readonly GraphQLErrorBody[] | undefined }): unknown {
  if (errors !== undefined && errors.length > 0) throw new ApiError(errors, { data: data ?? null });
  return data;
}

/** What graphql-ws throws: a list of GraphQL errors, or what closed the socket. */
function toldError(error: unknown): unknown {
  if (error instanceof CursusError || isAbort(error)) return error;
  if (Array.isArray(error)) return new ApiError(error as GraphQLErrorBody[]);
  if (isClosing(error)) return new ConnectionError(`The server closed the socket: ${error.code} ${error.reason}`, { cause: error });
  return new ConnectionError('The socket failed.', { cause: error });
}

const isClosing = (error: unknown): error is { code: number; reason: string } =>
  typeof error === 'object' && error !== null && 'code' in error && 'reason' in error;

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
