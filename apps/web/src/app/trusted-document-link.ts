import { ServerError } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { OperationTypeNode } from 'graphql';
import { catchError, throwError } from 'rxjs';
import { documentIdOf } from '../lib/document-id.ts';
import { graphqlPath } from '../lib/graphql-request.ts';

/** The server knows no document by this id, as behind a tab that was left open over an update. */
const isUnknownDocument = (error: unknown): boolean => ServerError.is(error) && error.bodyText.includes('"UNKNOWN_DOCUMENT"');

/** Names operations by the hash of their document, queries by GET. A server of another build may not know it: then the text is sent. */
export const trustedDocumentLink = (): ApolloLink =>
  new ApolloLink((operation, forward) => {
    const id = documentIdOf(operation.query);
    if (id === undefined) return forward(operation);
    const { http, fetchOptions, uri } = operation.getContext() as Readonly<Record<string, unknown>>;
    operation.setContext({
      uri: `${graphqlPath}?documentId=${encodeURIComponent(id)}`,
      http: { includeQuery: false, includeExtensions: false },
      ...(operation.operationType === OperationTypeNode.QUERY ? { fetchOptions: { method: 'GET' } } : {}),
    });
    return forward(operation).pipe(
      catchError((error: unknown) => {
        if (!isUnknownDocument(error)) return throwError(() => error);
        operation.setContext({ uri, http, fetchOptions });
        return forward(operation);
      }),
    );
  });
