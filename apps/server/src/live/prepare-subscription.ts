import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { documentLimits, limitsRule } from '../kernel/document-limits.ts';
import { badUserInput, ErrorCode } from '../kernel/errors.ts';
import { affordableCost } from '../kernel/operation-cost.ts';

/** A subscription that may begin, and what each of its events costs. */
export interface PreparedSubscription {
  readonly args: ExecutionArgs;
  readonly cost: number;
}

/** An error of GraphQL itself with the code that HTTP tells it by; one of ours keeps its own. */
function coded(error: GraphQLError, code: ErrorCode): GraphQLError {
  const { nodes = null, source = null, positions = null, originalError = null, message, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions: { code, ...extensions } });
}

function parsed(query: string): DocumentNode | GraphQLError[] {
  try {
    return parse(query, { maxTokens: documentLimits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, ErrorCode.GRAPHQL_PARSE_FAILED)];
    throw error;
  }
}

/** The same way to a document as over HTTP, with the same limits; and nothing but subscriptions, for the rest has HTTP's gates before it. */
export function prepareSubscription(schema: GraphQLSchema, payload: SubscribePayload): PreparedSubscription | readonly GraphQLError[] {
  const document = parsed(payload.query);
  if (Array.isArray(document)) return document;
  const invalid = validate(schema, document, [...specifiedRules, limitsRule]);
  if (invalid.length > 0) return invalid.map((error) => coded(error, ErrorCode.GRAPHQL_VALIDATION_FAILED));
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return [badUserInput('The document has several operations: name one by `operationName`.')];
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [badUserInput('The socket takes subscriptions alone: send queries and mutations over HTTP.')];
  }
  const variables = payload.variables ?? {};
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (errors !== undefined) return errors.map((error) => coded(error, ErrorCode.BAD_USER_INPUT));
  try {
    const cost = affordableCost(schema, document, operation, variables);
    return { args: { schema, document, operationName: payload.operationName ?? null, variableValues: variables }, cost };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
