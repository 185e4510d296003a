import { ApolloLink } from '@apollo/client/link';
import { tap } from 'rxjs';
import { connection } from '../lib/connection.ts';
import { failureOf } from '../lib/failure.ts';

/** Every answer says that the server can be reached, every silence that it can't. */
export const connectionLink = (): ApolloLink =>
  new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap({
        next: connection.tellFound,
        error: (error: unknown) => {
          if (failureOf(error).cause === 'NO_CONNECTION') connection.tellLost();
          else connection.tellFound();
        },
      }),
    ),
  );
