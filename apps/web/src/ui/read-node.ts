import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { failureOf } from '../lib/failure.ts';

/** Reads one object by its id from the server, whatever is known of it; null when it is gone. */
export function useReadNode<TNode>(
  document: TypedDocumentNode<{ node: TNode | null }, { id: string }>,
): (id: string) => Promise<TNode | null> {
  const client = useApolloClient();
  return async (id) => {
    try {
      const { data } = await client.query({ query: document, variables: { id }, fetchPolicy: 'network-only' });
      return data?.node ?? null;
    } catch (error) {
      if (failureOf(error).cause === 'NOT_FOUND') return null;
      throw error;
    }
  };
}
