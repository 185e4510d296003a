import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { from, of } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { noteContext } from '../lib/note-context.ts';
import { newerAnswerLink } from './newer-answer-link.ts';

const query = gql`
  query Overtaken {
    viewer {
      username
    }
  }
`;
const mutation = gql`
  mutation Overtaking($input: LeaveCourseInput!) {
    leaveCourse(input: $input) {
      userErrors {
        code
      }
    }
  }
`;

const viewerNamed = (username: string) => ({ viewer: { __typename: 'User', username } });

/** A server whose answers to the query come when, and as, the test says; it answers mutations at once. */
function slowServer() {
  const asked: ((username: string) => void)[] = [];
  const link = new ApolloLink(({ operationType }) => {
    if (operationType === OperationTypeNode.MUTATION) {
      return of({ data: { leaveCourse: { __typename: 'LeaveCoursePayload', userErrors: [] } } });
    }
    const { promise, resolve } = Promise.withResolvers<ApolloLink.Result>();
    asked.push((username) => resolve({ data: viewerNamed(username) }));
    return from(promise);
  });
  const client = new ApolloClient({ cache: new InMemoryCache(), link: newerAnswerLink().concat(link) });
  const isAsked = (times: number) => vi.waitFor(() => expect(asked).toHaveLength(times));
  const change = (context = {}) => client.mutate({ mutation, variables: { input: { courseId: 'one' } }, context });
  return { client, asked, isAsked, change };
}

describe('a query that a mutation overtakes', () => {
  it('is asked again: what it had read may be what was there before', async () => {
    const { client, asked, isAsked, change } = slowServer();
    const answer = client.query({ query });
    await isAsked(1);
    await change();
    asked[0]?.('before');
    await isAsked(2);
    asked[1]?.('after');
    expect((await answer).data).toEqual(viewerNamed('after'));
  });

  it('is not asked again for what changes nothing that is shown, nor for what was answered before it', async () => {
    const { client, asked, isAsked, change } = slowServer();
    await change();
    const answer = client.query({ query });
    await isAsked(1);
    await change(noteContext);
    asked[0]?.('once');
    expect((await answer).data).toEqual(viewerNamed('once'));
    expect(asked).toHaveLength(1);
  });

  it('is answered in the end, however much is changed meanwhile', async () => {
    const { client, asked, isAsked, change } = slowServer();
    const answer = client.query({ query });
    for (const times of [1, 2, 3]) {
      await isAsked(times);
      await change();
      asked[times - 1]?.(`answer ${times}`);
    }
    expect((await answer).data).toEqual(viewerNamed('answer 3'));
  });
});
