import { ApolloLink } from '@apollo/client/link';
import { from, switchMap } from 'rxjs';
import type { SessionStore } from '../lib/session.ts';

export type Tokens = Pick<SessionStore, 'accessToken' | 'renew'>;

/** Subscriptions go over a socket, whose code is fetched when a page first follows something. */
export function liveLink(tokens: Tokens, isPreview = false): ApolloLink {
  let socket: Promise<ApolloLink> | undefined;
  return new ApolloLink((operation, forward) => {
    socket ??= import('./live-socket.ts').then(({ socketLink }) => socketLink(tokens, isPreview));
    return from(socket).pipe(switchMap((link) => link.request(operation, forward)));
  });
}
