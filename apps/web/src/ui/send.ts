import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { failureOf, mayPass } from '../lib/failure.ts';
import { mistakesOf } from '../lib/mistakes.ts';
import { session } from '../lib/session.ts';
import type { UserErrorRef } from '../lib/user-error.ts';
import { offerRetry, showFailure, showMistakes, type Telling } from './toast.tsx';

/** A mutation document of ours has one root field, and its payload says what a person can mend. */
type Payload<TData> = NonNullable<TData[keyof TData]>;
interface WithUserErrors {
  userErrors: readonly UserErrorRef[];
}

type Send<TData, TVariables> = (variables: TVariables, telling?: Telling) => Promise<Payload<TData> | null>;

/** Sends a mutation and hands back its payload; throws where there is none, for who tells failures in a way of its own. */
export function useRequest<TData extends object, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): (variables: TVariables) => Promise<Payload<TData>> {
  const client = useApolloClient();
  return async (variables) => {
    const { data } = await client.mutate<TData, TVariables>({ mutation: document, variables });
    const payload = payloadOf<TData>(data);
    if (payload === null) throw new Error('The mutation answered nothing, without an error.');
    return payload;
  };
}

/** Sends a mutation and hands back its payload, for a form to show its userErrors. What isn't the person's to mend is told in a toast: null. */
export function useSend<TData extends object, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): [send: Send<TData, TVariables>, isSending: boolean] {
  const [deliver, isSending] = useDelivery(document);
  const send: Send<TData, TVariables> = async (variables, telling) => {
    try {
      return await deliver(variables);
    } catch (error) {
      showFailure(error, telling);
      return null;
    }
  };
  return [send, isSending];
}

/**
 * Like `useSend`, for a button: userErrors are told in a toast too, so that a payload means it was done. What failed for a reason that may
 * pass is offered again there, unless `telling` has a way of its own: the same request, after which all goes on as if nothing had been.
 */
export function useAction<TData extends { [field in keyof TData]: WithUserErrors | null }, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): [act: Send<TData, TVariables>, isSending: boolean] {
  const [deliver, isSending] = useDelivery(document);
  const act: Send<TData, TVariables> = async (variables, telling) => {
    const whoAsks = session.viewerId();
    try {
      const payload = await deliver(variables);
      if (payload === null || payload.userErrors.length === 0) return payload;
      showMistakes(mistakesOf(payload.userErrors), telling);
      return null;
    } catch (error) {
      if (telling?.onRetry === undefined && mayPass(failureOf(error))) {
        // What one person asked for never goes out in the name of the next.
        return (await offerRetry(error, telling)) && session.viewerId() === whoAsks ? act(variables, telling) : null;
      }
      showFailure(error, telling);
      return null;
    }
  };
  return [act, isSending];
}

/** Sends a mutation, and knows whether it is under way. */
function useDelivery<TData extends object, TVariables extends OperationVariables>(document: TypedDocumentNode<TData, TVariables>) {
  const client = useApolloClient();
  const [pending, setPending] = useState(0);
  const deliver = async (variables: TVariables): Promise<Payload<TData> | null> => {
    setPending((count) => count + 1);
    try {
      const { data } = await client.mutate<TData, TVariables>({ mutation: document, variables });
      return payloadOf<TData>(data);
    } finally {
      setPending((count) => count - 1);
    }
  };
  return [deliver, pending > 0] as const;
}

function payloadOf<TData extends object>(data: TData | null | undefined): Payload<TData> | null {
  if (data === null || data === undefined) return null;
  const [payload] = Object.values(data) as (Payload<TData> | null)[];
  return payload ?? null;
}
