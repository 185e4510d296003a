import { ApolloLink } from '@apollo/client/link';
import { OperationTypeNode } from 'graphql';
import { defer, type Observable, of, switchMap, tap } from 'rxjs';
import type { NoteContext } from '../lib/note-context.ts';

/** Somebody who changes things without a pause still gets an answer. */
const mostTries = 3;

/**
 * What is read while a mutation is answered may have been read before the change, and come after it: it would bring back what was just
 * deleted. It is read again.
 */
export function newerAnswerLink(): ApolloLink {
  let changes = 0;
  const countChange = tap<ApolloLink.Result>(() => {
    changes += 1;
  });

  return new ApolloLink((operation, forward) => {
    if (operation.operationType === OperationTypeNode.MUTATION) {
      const { changesNothingShown } = operation.getContext() as Partial<NoteContext>;
      return changesNothingShown ? forward(operation) : forward(operation).pipe(countChange);
    }
    const read = (triesLeft: number): Observable<ApolloLink.Result> =>
      defer(() => {
        const before = changes;
        const isTaken = (): boolean => changes === before || triesLeft === 1;
        return forward(operation).pipe(switchMap((answer) => (isTaken() ? of(answer) : read(triesLeft - 1))));
      });
    return read(mostTries);
  });
}
