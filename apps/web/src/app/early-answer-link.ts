import { ApolloLink } from '@apollo/client/link';
import { OperationTypeNode } from 'graphql';
import { from, of, switchMap } from 'rxjs';
import type { EarlyAnswers } from '../lib/early-answers.ts';

/** The first page finds here what was asked for before it was drawn. */
export const earlyAnswerLink = (early: Pick<EarlyAnswers, 'take'>): ApolloLink =>
  new ApolloLink((operation, forward) => {
    const answer = operation.operationType === OperationTypeNode.QUERY ? early.take(operation.query, operation.variables) : undefined;
    if (answer === undefined) return forward(operation);
    return from(answer).pipe(switchMap((result) => (result === null ? forward(operation) : of(result as ApolloLink.Result))));
  });
