import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ApiError, ErrorCode } from './errors.ts';

const ownCodes: ReadonlySet<unknown> = new Set(Object.values(ErrorCode));
/** Node's and PostgreSQL's words for a database that cannot be reached or has no connection left. */
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', '57P01', '57P03', '53300', '08006', '08001']);

/** PostgreSQL's word for a text that it cannot hold. The driver sends UTF-8 alone, so it is a zero character, and the caller's. */
const unstorableText = '22021';

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Tells a failure's code: a database away is UNAVAILABLE, a text that cannot be stored is the caller's, anything else is internal. */
export function codeOfUnknown(error: unknown): ErrorCode {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = codeOf(cause);
    if (typeof code === 'string' && unreachable.has(code)) return ErrorCode.UNAVAILABLE;
    if (code === '57014') return ErrorCode.TIMEOUT;
    if (code === unstorableText) return ErrorCode.BAD_USER_INPUT;
    if (cause.message.includes('timeout exceeded when trying to connect')) return ErrorCode.UNAVAILABLE;
  }
  return ErrorCode.INTERNAL_SERVER_ERROR;
}

/** Our own errors, and those of GraphQL itself about a document or its variables: nothing that a resolver threw by accident. */
function isTold(error: unknown): boolean {
  if (error instanceof ApiError) return true;
  return error instanceof GraphQLError && (error.originalError === undefined || error.originalError instanceof GraphQLError);
}

/** The one formatter of HTTP and WebSocket: own errors as they stand, everything unknown masked behind a reference that the log knows. */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const told = formatted.extensions?.['code'];
    if (isTold(error) && ownCodes.has(told) && told !== ErrorCode.INTERNAL_SERVER_ERROR) {
      return { ...formatted, extensions: { code: told } };
    }
    if (told === 'BAD_REQUEST' || told === 'OPERATION_RESOLUTION_FAILURE') {
      return { ...formatted, extensions: { code: ErrorCode.BAD_USER_INPUT } };
    }
    const code = codeOfUnknown(error);
    if (code === ErrorCode.BAD_USER_INPUT) {
      return { ...formatted, message: 'A text cannot hold the character U+0000.', extensions: { code } };
    }
    const reference = randomUUID();
    logger.error({ err: error, reference, path: formatted.path }, 'request failed');
    const message =
      code === ErrorCode.UNAVAILABLE
        ? 'The service is unavailable at present. Try again in a moment.'
        : 'Something went wrong on our side.';
    return {
      message,
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
      extensions: { code, reference },
    };
  };
}
