import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { ApiError, ErrorCode } from './errors.ts';
import { codeOfUnknown } from './failure-code.ts';

const ownCodes: ReadonlySet<unknown> = new Set(Object.values(ErrorCode));

/** Said by the parser, which stops at the limit. */
const tooManyTokens = /^Syntax Error: Document contains more th?a[nt] \d+ tokens/;

/** Our own error where a rule of ours refused the document: Apollo files that under validation. */
function ownError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  return error instanceof GraphQLError && error.originalError instanceof ApiError ? error.originalError : null;
}

/** Our own errors, and those of GraphQL itself about a document or its variables: nothing that a resolver threw by accident. */
function isTold(error: unknown): boolean {
  if (error instanceof ApiError) return true;
  return error instanceof GraphQLError && (error.originalError === undefined || error.originalError instanceof GraphQLError);
}

/** Apollo's words for what ours say in theirs. */
const codeByApollo: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: ErrorCode.BAD_USER_INPUT,
  OPERATION_RESOLUTION_FAILURE: ErrorCode.BAD_USER_INPUT,
  PERSISTED_QUERY_NOT_FOUND: ErrorCode.UNKNOWN_DOCUMENT,
  PERSISTED_QUERY_NOT_SUPPORTED: ErrorCode.UNKNOWN_DOCUMENT,
};

/** The code of an error that is told as it stands; null for one that has to be masked. */
function toldCode(formatted: GraphQLFormattedError, error: unknown): ErrorCode | null {
  if (tooManyTokens.test(formatted.message)) return ErrorCode.QUERY_TOO_COMPLEX;
  const own = ownError(error);
  if (own !== null) return own.code;
  const code = String(formatted.extensions?.['code']);
  if (isTold(error) && ownCodes.has(code) && code !== ErrorCode.INTERNAL_SERVER_ERROR) return code as ErrorCode;
  return codeByApollo[code] ?? null;
}

const maskedMessages: Partial<Record<ErrorCode, string>> = {
  UNAVAILABLE: 'The service is unavailable at present. Try again in a moment.',
  TIMEOUT: 'This took longer than it may. Ask for less, or try again in a moment.',
  BAD_USER_INPUT: 'A text cannot hold the character U+0000.',
  FILE_TOO_LARGE: 'The file is larger than any that you may store.',
};

/** What is told of an unknown error: its code, and a reference that the log knows where it is ours. */
export function masked(error: unknown, logger: Logger): { message: string; extensions: { code: ErrorCode; reference?: string } } {
  const code = codeOfUnknown(error);
  const message = maskedMessages[code] ?? 'Something went wrong on our side.';
  if (code === ErrorCode.BAD_USER_INPUT || code === ErrorCode.FILE_TOO_LARGE) return { message, extensions: { code } };
  const reference = randomUUID();
  logger.error({ err: error, reference }, 'request failed');
  return { message, extensions: { code, reference } };
}

/** The one formatter of HTTP and WebSocket: own errors as they stand, everything unknown masked behind a reference that the log knows. */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const code = toldCode(formatted, error);
    const retryAfterSeconds = formatted.extensions?.['retryAfterSeconds'];
    if (code !== null) return { ...formatted, extensions: { code, ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }) } };
    const { locations, path } = formatted;
    return { ...masked(error, logger), ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  };
}
