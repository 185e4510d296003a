import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { of, throwError } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { authLink } from './auth-link.ts';

const query = gql`
  query Viewer {
    viewer {
      id
    }
  }
`;

/** A server that takes one token, and says how it was asked. */
function serverTaking(goodToken: string, refusal: 'result' | 'status') {
  const asked: (string | undefined)[] = [];
  const link = new ApolloLink((operation) => {
    const { authorization } = (operation.getContext()['headers'] ?? {}) as { authorization?: string };
    asked.push(authorization);
    if (authorization === `Bearer ${goodToken}`) return of({ data: { viewer: { __typename: 'User', id: 'ada' } } });
    if (refusal === 'result') return of({ errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] });
    return throwError(() => new ServerError('401', { response: new Response(null, { status: 401 }), bodyText: '' }));
  });
  return { asked, link };
}

const clientOf = (tokens: Parameters<typeof authLink>[0], server: ApolloLink) =>
  new ApolloClient({ cache: new InMemoryCache(), link: authLink(tokens).concat(server) });

describe.each(['result', 'status'] as const)('a token that the server refuses (by its %s)', (refusal) => {
  it('is renewed, and the request is sent once more', async () => {
    const server = serverTaking('new', refusal);
    const tokens = { viewerId: () => 'ada', accessToken: async () => 'old', renew: vi.fn(async () => 'new'), resumed: async () => null };
    const { data } = await clientOf(tokens, server.link).query({ query });
    expect(data).toMatchObject({ viewer: { id: 'ada' } });
    expect(server.asked).toEqual(['Bearer old', 'Bearer new']);
    expect(tokens.renew).toHaveBeenCalledTimes(1);
  });

  it('is not asked for again and again', async () => {
    const server = serverTaking('other', refusal);
    const tokens = { viewerId: () => 'ada', accessToken: async () => 'old', renew: async () => 'new', resumed: async () => null };
    await expect(clientOf(tokens, server.link).query({ query })).rejects.toThrow();
    expect(server.asked).toEqual(['Bearer old', 'Bearer new']);
  });

  it('waits, when the session has ended, until the same person is signed in again', async () => {
    const server = serverTaking('new', refusal);
    const back = Promise.withResolvers<string | null>();
    const tokens = { viewerId: () => 'ada', accessToken: async () => 'old', renew: async () => null, resumed: () => back.promise };
    const answer = clientOf(tokens, server.link).query({ query });
    await vi.waitFor(() => expect(server.asked).toEqual(['Bearer old']));
    back.resolve('new');
    expect((await answer).data).toMatchObject({ viewer: { id: 'ada' } });
    expect(server.asked).toEqual(['Bearer old', 'Bearer new']);
  });

  it('fails the request when they do not sign in again', async () => {
    const server = serverTaking('new', refusal);
    const tokens = { viewerId: () => 'ada', accessToken: async () => 'old', renew: async () => null, resumed: async () => null };
    await expect(clientOf(tokens, server.link).query({ query })).rejects.toThrow();
    expect(server.asked).toEqual(['Bearer old']);
  });

  it('is not renewed where there was none, but waited for when the session has ended already', async () => {
    const server = serverTaking('new', refusal);
    const renew = vi.fn(async () => 'never');
    const tokens = { viewerId: () => null, accessToken: async () => null, renew, resumed: async () => 'new' };
    const { data } = await clientOf(tokens, server.link).query({ query });
    expect(data).toMatchObject({ viewer: { id: 'ada' } });
    expect(server.asked).toEqual([undefined, 'Bearer new']);
    expect(renew).not.toHaveBeenCalled();
  });
});
