import { ClientError, GraphQLClient } from 'graphql-request';
import { beforeAll, describe, expect, test } from 'vitest';
import { bearer, Catalogue, CreateCourse, newCourse } from './operations.ts';
import { endpoint, tokenOf } from './people.ts';

let token = '';
beforeAll(async () => {
  token = await tokenOf('instructor');
});

describe('graphql-request', () => {
  test('runs a query', async () => {
    const { courses } = await new GraphQLClient(endpoint()).request(Catalogue, { first: 2 });
    expect(courses.nodes).toHaveLength(2);
  });

  test('runs a query by GET', async () => {
    const { courses } = await new GraphQLClient(endpoint(), { method: 'GET' }).request(Catalogue, { first: 1 });
    expect(courses.nodes).toHaveLength(1);
  });

  test('runs a mutation', async () => {
    const client = new GraphQLClient(endpoint(), { headers: bearer(token) });
    const { createCourse } = await client.request(CreateCourse, { input: await newCourse('By graphql-request') });
    expect(createCourse?.course?.title).toBe('By graphql-request');
  });

  test('tells the code of a refusal', async () => {
    const error: unknown = await new GraphQLClient(endpoint()).request(Catalogue, { first: 101 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ClientError);
    expect(error).toHaveProperty(['response', 'errors', 0, 'extensions', 'code'], 'BAD_USER_INPUT');
  });
});
