import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { beforeAll, describe, expect, test } from 'vitest';
import { bearer, Catalogue, courseOf, socketAddress, Structure } from './operations.ts';
import { tokenOf } from './people.ts';

let token = '';
beforeAll(async () => {
  token = await tokenOf('instructor');
});

describe('graphql-ws', () => {
  test('runs a subscription', async () => {
    const client = createClient({ url: socketAddress(), connectionParams: bearer(token) });
    const courseId = await courseOf(token, 'Followed by graphql-ws');
    const results = client.iterate({ query: print(Structure), variables: { courseId } });
    const { value } = (await results.next()) as { value: unknown };
    expect(value).toHaveProperty(['data', 'courseStructureChanged', 'course', 'title'], 'Followed by graphql-ws');
    await results.return?.();
    await client.dispose();
  });

  test('is refused a query: a socket is for subscriptions alone', async () => {
    const client = createClient({ url: socketAddress(), connectionParams: bearer(token), retryAttempts: 0 });
    const results = client.iterate({ query: print(Catalogue), variables: { first: 1 } });
    const answer: unknown = await results.next().catch((error: unknown) => error);
    expect(JSON.stringify(answer)).toContain('BAD_USER_INPUT');
    await client.dispose();
  });

  test('is not let in without a token', async () => {
    const client = createClient({ url: socketAddress(), retryAttempts: 0 });
    const results = client.iterate({ query: print(Structure), variables: { courseId: 'x' } });
    await expect(results.next()).rejects.toMatchObject({ code: 4401 });
  });
});
