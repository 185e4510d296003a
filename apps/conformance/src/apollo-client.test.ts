import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import UploadHttpLink from 'apollo-upload-client/UploadHttpLink.mjs';
import { createClient } from 'graphql-ws';
import { OperationTypeNode } from 'graphql';
import { firstValueFrom } from 'rxjs';
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

const clientOf = (link: ApolloLink) => new ApolloClient({ link, cache: new InMemoryCache() });

describe('Apollo Client', () => {
  test('runs a query', async () => {
    const client = clientOf(new HttpLink({ uri: endpoint() }));
    const { data } = await client.query({ query: Catalogue, variables: { first: 2 } });
    expect(data?.courses.nodes).toHaveLength(2);
    expect(client.cache.extract()).toHaveProperty([`Course:${data?.courses.nodes[0]?.id}`]);
  });

  test('runs a query by GET', async () => {
    const { data } = await clientOf(new HttpLink({ uri: endpoint(), useGETForQueries: true })).query({
      query: Catalogue,
      variables: { first: 1 },
    });
    expect(data?.courses.totalCount).toBeGreaterThan(0);
  });

  test('runs a mutation', async () => {
    const client = clientOf(new HttpLink({ uri: endpoint(), headers: bearer(token) }));
    const { data } = await client.mutate({ mutation: CreateCourse, variables: { input: await newCourse('By Apollo Client') } });
    expect(data?.createCourse?.course?.status).toBe('DRAFT');
  });

  test('runs a subscription, by graphql-ws', async () => {
    const socket = createClient({ url: socketAddress(), connectionParams: bearer(token) });
    const http = new HttpLink({ uri: endpoint() });
    const link = ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, new GraphQLWsLink(socket), http);
    const courseId = await courseOf(token, 'Followed by Apollo Client');
    const { data } = await firstValueFrom(clientOf(link).subscribe({ query: Structure, variables: { courseId } }));
    expect(data?.courseStructureChanged.course.title).toBe('Followed by Apollo Client');
    await socket.dispose();
  });
});

describe('apollo-upload-client', () => {
  test('runs an upload', async () => {
    const client = clientOf(new UploadHttpLink({ uri: endpoint(), headers: { ...bearer(token), ...preflight } }));
    const { data } = await client.mutate({ mutation: UploadFile, variables: { input: { file: letters(), use: 'FILE' } } });
    expect(data?.uploadFile?.file).toMatchObject({ name: 'letters.csv', size: 15 });
  });

  test('runs a query and a mutation', async () => {
    const client = clientOf(new UploadHttpLink({ uri: endpoint(), headers: { ...bearer(token), ...preflight } }));
    const { data } = await client.query({ query: Catalogue, variables: { first: 1 } });
    expect(data?.courses.nodes).toHaveLength(1);
    const { data: made } = await client.mutate({
      mutation: CreateCourse,
      variables: { input: await newCourse('By apollo-upload-client') },
    });
    expect(made?.createCourse?.course?.title).toBe('By apollo-upload-client');
  });
});
