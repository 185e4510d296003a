import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { CloseCode, createClient } from 'graphql-ws';
import { graphqlPath } from '../lib/graphql-request.ts';
import type { Tokens } from './live-link.ts';

/** From one page to the next of the same kind the socket stays. */
const lazyCloseMs = 3_000;
const pingEveryMs = 20_000;
const retryMs = { first: 250, longest: 30_000 };

/** Nobody is signed in any more: there is nothing to come back for. */
class SignedOut extends Error {}

/**
 * One socket for all that a page follows. It is opened again when it is lost, with a token of that moment: the server closes it when the
 * token that opened it expires. What a page follows tells everything again then, so nothing is missed.
 */
export function socketLink(tokens: Tokens, isPreview: boolean): GraphQLWsLink {
  let isRefused = false;
  const token = async (): Promise<string> => {
    const present = await tokens.accessToken();
    const good = present !== null && isRefused ? await tokens.renew() : present;
    if (good === null) throw new SignedOut();
    return good;
  };
  const client = createClient({
    url: () => new URL(graphqlPath, window.location.href).href.replace(/^http/, 'ws'),
    connectionParams: async () => ({ authorization: `Bearer ${await token()}`, ...(isPreview && { viewAs: 'student' }) }),
    lazyCloseTimeout: lazyCloseMs,
    keepAlive: pingEveryMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) =>
      new Promise((resolve) => {
        setTimeout(resolve, Math.min(retryMs.first * 2 ** retries, retryMs.longest) * (1 + Math.random()));
      }),
    shouldRetry: (problem) => !(problem instanceof SignedOut),
    on: {
      connected: () => {
        isRefused = false;
      },
      closed: (event) => {
        isRefused = event instanceof CloseEvent && event.code === Number(CloseCode.Forbidden);
      },
    },
  });
  return new GraphQLWsLink(client);
}
