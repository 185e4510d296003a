import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

export const graphqlPath = '/graphql';

/** A form on another site can't set it, so its presence tells the server that a page of ours is asking. */
export const preflightHeader = { 'apollo-require-preflight': 'true' };

export interface GraphqlAnswer<TData> {
  data?: TData | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** What an answer says, or the error that Apollo would throw for it, so that every failure is told in one way. */
export function dataOf<TData>(answer: GraphqlAnswer<TData> | null, response: { status: number; text: string }): TData {
  if (answer?.errors !== undefined) throw new CombinedGraphQLErrors({ data: null, errors: answer.errors });
  if (answer?.data === undefined || answer.data === null) {
    throw new ServerError(`The server answered ${response.status}`, {
      response: new Response(null, { status: response.status }),
      bodyText: response.text,
    });
  }
  return answer.data;
}

/** One operation outside Apollo's client: for the session, which that client's own link waits for. */
export async function requestGraphql<TData, TVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
): Promise<TData> {
  const response = await fetch(graphqlPath, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', ...preflightHeader },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const text = await response.text();
  return dataOf(parseAnswer<TData>(text), { status: response.status, text });
}

/** Null for what isn't JSON: a proxy's page, an empty body. */
export function parseAnswer<TData>(text: string): GraphqlAnswer<TData> | null {
  try {
    return JSON.parse(text) as GraphqlAnswer<TData>;
  } catch {
    return null;
  }
}
