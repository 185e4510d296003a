import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { type FormattedExecutionResult, OperationTypeNode } from 'graphql';
import type { Context } from '../context.ts';
import type { Balance } from '../kernel/buckets.ts';
import { badUserInput, type ErrorCode, isOutage } from '../kernel/errors.ts';
import { affordableCost, refusedCost, validationCost } from '../kernel/operation-cost.ts';
import { type Outcome, statusOf } from './response-status.ts';

const graphqlResponse = 'application/graphql-response+json';

export const mediaTypeOf = (accept: string | undefined): Outcome['mediaType'] =>
  accept?.includes(graphqlResponse) === true ? graphqlResponse : 'application/json';

const codesOf = ({ errors = [] }: FormattedExecutionResult): ErrorCode[] =>
  errors.map(({ extensions }) => extensions?.['code'] as ErrorCode);

const dataOf = ({ data }: FormattedExecutionResult): Outcome['data'] => {
  if (data === undefined) return 'absent';
  return data === null ? 'null' : 'present';
};

/** An operation of which an outage left nothing answers null as a whole, so that its status may say so. */
function dropWhatIsLost(result: FormattedExecutionResult): void {
  const isLost = codesOf(result).some(isOutage) && Object.values(result.data ?? {}).every((value) => value === null);
  if (isLost && dataOf(result) === 'present') result.data = null;
}

/** What a minute holds for the caller, on every answer, so that the answer itself can be cached. */
export const balanceHeaders = ({ limit, remaining, resetSeconds }: Balance): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(resetSeconds),
});

function tellBalance({ response }: GraphQLRequestContext<Context>, balance: Balance): void {
  for (const [name, value] of Object.entries(balanceHeaders(balance))) response.http.headers.set(name, value);
}

async function answer(request: GraphQLRequestContextWillSendResponse<Context>): Promise<void> {
  const { response, contextValue } = request;
  if (response.body.kind !== 'single') return;
  const result = response.body.singleResult;
  const { charge } = contextValue;
  if (typeof charge?.cost === 'number') result.extensions = { ...result.extensions, cost: charge.cost };
  const waits = (result.errors ?? []).map(({ extensions }) => extensions?.['retryAfterSeconds']).filter((wait) => typeof wait === 'number');
  if (waits.length > 0) response.http.headers.set('retry-after', String(Math.max(...waits)));
  dropWhatIsLost(result);
  const mediaType = mediaTypeOf(request.request.http?.headers.get('accept'));
  response.http.headers.set('content-type', `${mediaType}; charset=utf-8`);
  if (charge !== undefined) tellBalance(request, charge.balance);
  if (response.http.status === 405) return;
  response.http.status = statusOf({ data: dataOf(result), codes: codesOf(result), hasDocument: request.source !== undefined, mediaType });
}

/** What stands between a parsed operation and its run, and between its result and the wire: cost, charge, status. */
export const operationPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    validationDidStart: async ({ contextValue }) => {
      const began = performance.now();
      return async () => contextValue.charge?.fine(validationCost(performance.now() - began));
    },
    didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
      if (operation?.operation === OperationTypeNode.SUBSCRIPTION)
        throw badUserInput('Subscriptions come over a WebSocket at this address.');
      if (operation) contextValue.charge?.spend(affordableCost(schema, document, operation, request.variables));
    },
    didEncounterErrors: async ({ contextValue, source }) => {
      if (contextValue.charge?.cost === null && source !== undefined) contextValue.charge.fine(refusedCost);
    },
    willSendResponse: answer,
  }),
};
