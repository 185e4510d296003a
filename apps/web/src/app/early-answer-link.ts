import { ApolloLink } from '@apollo/client/link';
import { OperationTypeNode } from 'graphql';
import { from, of, switchMap } from 'rxjs';
import type { EarlyAnswers } from '../lib/early-answers.ts';
import type { NoteContext } from '../lib/note-context.ts';

/** The first page finds here what was asked for before it was drawn; what nobody took is forgotten once something is changed. */
export const earlyAnswerLink = (early: Pick<EarlyAnswers, 'take' | 'forget'>): ApolloLink =>
  new ApolloLink((operation, forward) => {
    const { changesNothingShown } = operation.getContext() as Partial<NoteContext>;
    if (operation.operationType === OperationTypeNode.MUTATION && !changesNothingShown) early.forget();
    const answer = operation.operationType === OperationTypeNode.QUERY ? early.take(operation.query, operation.variables) : undefined;
    if (answer === undefined) return forward(operation);
    return from(answer).pipe(switchMap((result) => (result === null ? forward(operation) : of(result as ApolloLink.Result))));
  });
