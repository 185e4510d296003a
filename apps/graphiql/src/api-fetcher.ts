import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

/** Sends what is run here to our own endpoint, in the name of a token; subscriptions by a socket that opens with the first. */
export function apiFetcher(token: string): Fetcher {
  const headers = token === '' ? {} : { Authorization: `Bearer ${token}` };
  const url = new URL('/graphql', window.location.href).href;
  return createGraphiQLFetcher({
    url,
    headers: { Accept: 'application/graphql-response+json, application/json;q=0.9', ...headers },
    wsClient: createClient({
      url: url.replace(/^http/, 'ws'),
      connectionParams: token === '' ? {} : { authorization: `Bearer ${token}` },
    }),
  });
}
