import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Milliseconds. */
const freshFor = 5_000;

/**
 * Rights are given and taken while somebody is signed in: what the header shows of them is asked for again on the way to another page and
 * when the window comes back. While the connection is lost, what was known stays.
 */
export function useFreshRights<TData>(document: TypedDocumentNode<TData, Record<string, never>>, isSignedIn: boolean): void {
  const client = useApolloClient();
  const { pathname } = useLocation();
  const askedAt = useRef<number | null>(null);

  useEffect(() => {
    if (!isSignedIn) return;
    // The header has just asked by itself.
    askedAt.current ??= Date.now();
    const ask = (): void => {
      if (window.document.visibilityState !== 'visible' || Date.now() - (askedAt.current ?? 0) < freshFor) return;
      askedAt.current = Date.now();
      client.query({ query: document, fetchPolicy: 'network-only' }).catch(() => undefined);
    };
    ask();
    window.document.addEventListener('visibilitychange', ask);
    return () => window.document.removeEventListener('visibilitychange', ask);
  }, [client, document, isSignedIn, pathname]);
}
