import { ApiError, ConnectionError, type GraphQLErrorBody } from './errors.ts';
import { bodyOf } from './request-body.ts';
import { secondsOfRetryAfter } from './retry.ts';

export interface Endpoint {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly token: () => Promise<string | null>;
}

export interface Operation {
  readonly query: string;
  readonly variables: unknown;
  readonly operationName?: string;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLErrorBody[];
}

/** One request over HTTP. Whatever is not plain data is thrown. */
export async function send(endpoint: Endpoint, operation: Operation, signal?: AbortSignal): Promise<unknown> {
  const token = await endpoint.token();
  const { body, headers } = bodyOf(operation);
  const request = {
    method: 'POST',
    body,
    headers: {
      ...headers,
      accept: 'application/graphql-response+json, application/json;q=0.9',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(signal === undefined ? {} : { signal }),
  };
  const response = await endpoint.fetch(endpoint.url, request).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new ConnectionError(`${endpoint.url} cannot be reached.`, { cause });
  });
  const { data, errors } = await answerOf(response, signal);
  if (errors !== undefined && errors.length > 0) {
    throw new ApiError(errors, {
      status: response.status,
      retryAfter: secondsOfRetryAfter(response.headers.get('retry-after')),
      data: data ?? null,
    });
  }
  return data;
}

async function answerOf(response: Response, signal: AbortSignal | undefined): Promise<Answer> {
  const { status } = response;
  const answer: unknown = await response.json().catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new ConnectionError(`The answer (HTTP ${status}) is not JSON: is this the address of /graphql?`, { status, cause });
  });
  if (isAnswer(answer)) return answer;
  throw new ConnectionError(`The answer (HTTP ${status}) is not one of GraphQL: is this the address of /graphql?`, { status });
}

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
