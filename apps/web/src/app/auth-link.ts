import { ApolloLink } from '@apollo/client/link';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { catchError, defer, from, mergeMap, type Observable, of, switchMap, throwError } from 'rxjs';
import { failureOf } from '../lib/failure.ts';
import type { SessionStore } from '../lib/session.ts';

type Tokens = Pick<SessionStore, 'accessToken' | 'renew' | 'resumed' | 'viewerId'>;

/** What one person did goes out in their name or not at all, whoever is signed in by then. */
class OfAnotherPerson extends Error {}

const isRefusedToken = (error: unknown): boolean => failureOf(error).cause === 'UNAUTHENTICATED';

/** An answer that was refused for its token, as the error it stands for. GraphQL errors come as a result, other answers as an error. */
function refusalIn(result: ApolloLink.Result): CombinedGraphQLErrors | null {
  const error = result.errors === undefined ? null : new CombinedGraphQLErrors(result);
  return error !== null && isRefusedToken(error) ? error : null;
}

/**
 * Every request carries a token that is still good. When the server refuses it all the same, one new token is asked for,
 * for all requests that wait, and each is sent once more. When the session has ended, they wait until the same person is signed in again.
 */
export function authLink(tokens: Tokens): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const sendWith = (token: string | null): Observable<ApolloLink.Result> => {
      const { onlyFor } = operation.getContext() as { onlyFor?: string };
      if (onlyFor !== undefined && (token === null || onlyFor !== tokens.viewerId())) return throwError(() => new OfAnotherPerson());
      operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
        headers: { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      }));
      return forward(operation);
    };
    const refused = (result: ApolloLink.Result): Observable<ApolloLink.Result> => {
      const refusal = refusalIn(result);
      return refusal === null ? of(result) : throwError(() => refusal);
    };
    const nextToken = async (token: string | null): Promise<string | null> =>
      (token === null ? null : await tokens.renew()) ?? tokens.resumed();

    return defer(() => from(tokens.accessToken())).pipe(
      switchMap((token) =>
        sendWith(token).pipe(
          mergeMap(refused),
          catchError((error: unknown) =>
            isRefusedToken(error)
              ? from(nextToken(token)).pipe(switchMap((next) => (next === null ? throwError(() => error) : sendWith(next))))
              : throwError(() => error),
          ),
        ),
      ),
    );
  });
}
