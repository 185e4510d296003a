import { Client, type ExecutionResult, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bearer,
  Catalogue,
  courseOf,
  CreateCourse,
  letters,
  newCourse,
  preflight,
  socketAddress,
  Structure,
  UploadFile,
} from './operations.ts';
import { endpoint, tokenOf } from './people.ts';

let token = '';
beforeAll(async () => {
  token = await tokenOf('instructor');
});

/** urql as it comes, and the methods by which it asked. */
function urql() {
  const methods: (string | undefined)[] = [];
  const watched: typeof fetch = async (input, init) => {
    methods.push(init?.method);
    return fetch(input, init);
  };
  const fetchOptions = { headers: { ...bearer(token), ...preflight } };
  return { client: new Client({ url: endpoint(), exchanges: [fetchExchange], fetch: watched, fetchOptions }), methods };
}

describe('urql', () => {
  test('runs a query, by GET as it does by default', async () => {
    const { client, methods } = urql();
    const { data, error } = await client.query(Catalogue, { first: 2 }).toPromise();
    expect(error).toBeUndefined();
    expect(data?.courses.nodes).toHaveLength(2);
    expect(methods).toEqual(['GET']);
  });

  test('runs a mutation', async () => {
    const { client, methods } = urql();
    const { data, error } = await client.mutation(CreateCourse, { input: await newCourse('By urql') }).toPromise();
    expect(error).toBeUndefined();
    expect(data?.createCourse?.course?.status).toBe('DRAFT');
    expect(methods).toEqual(['POST']);
  });

  test('runs an upload', async () => {
    const { data, error } = await urql()
      .client.mutation(UploadFile, { input: { file: letters(), use: 'FILE' } })
      .toPromise();
    expect(error).toBeUndefined();
    expect(data?.uploadFile?.file).toMatchObject({ name: 'letters.csv', size: 15 });
  });

  test('runs a subscription, by graphql-ws', async () => {
    const socket = createClient({ url: socketAddress(), connectionParams: bearer(token) });
    const live = subscriptionExchange({
      forwardSubscription: ({ query = '', variables }) => ({
        subscribe: ({ next, error, complete }) => ({
          unsubscribe: socket.subscribe(
            { query, variables: variables as Record<string, unknown> },
            { next: ({ data = null, ...rest }) => next({ ...rest, data } as ExecutionResult), error, complete },
          ),
        }),
      }),
    });
    const client = new Client({ url: endpoint(), exchanges: [live] });
    const courseId = await courseOf(token, 'Followed by urql');
    const first = await new Promise<string | undefined>((resolve) => {
      client.subscription(Structure, { courseId }).subscribe(({ data }) => resolve(data?.courseStructureChanged.course.title));
    });
    expect(first).toBe('Followed by urql');
    await socket.dispose();
  });
});
