import { GraphQLError } from 'graphql';
import { registerEnumType } from 'type-graphql';

/** Every code that a top-level error can carry in `extensions.code`. */
export enum ErrorCode {
  GRAPHQL_PARSE_FAILED = 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED = 'GRAPHQL_VALIDATION_FAILED',
  UNKNOWN_DOCUMENT = 'UNKNOWN_DOCUMENT',
  CSRF_PREVENTION = 'CSRF_PREVENTION',
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  FORBIDDEN = 'FORBIDDEN',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  QUERY_TOO_COMPLEX = 'QUERY_TOO_COMPLEX',
  RATE_LIMITED = 'RATE_LIMITED',
  PAYLOAD_TOO_LARGE = 'PAYLOAD_TOO_LARGE',
  FILE_TOO_LARGE = 'FILE_TOO_LARGE',
  TIMEOUT = 'TIMEOUT',
  UNAVAILABLE = 'UNAVAILABLE',
  INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR',
}

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'What `extensions.code` of a top-level error can be: only what no person can mend in a form.',
  valuesConfig: {
    GRAPHQL_PARSE_FAILED: { description: 'The document is not GraphQL.' },
    GRAPHQL_VALIDATION_FAILED: { description: 'The document does not fit the schema.' },
    UNKNOWN_DOCUMENT: { description: 'No document is known by this id or hash: send its text.' },
    CSRF_PREVENTION: { description: 'A request that any web page could send carries cookies: send `Apollo-Require-Preflight: true`.' },
    BAD_USER_INPUT: { description: 'An argument is malformed: an id of another type, a page size out of bounds.' },
    UNAUTHENTICATED: { description: 'The operation needs a signed-in person, or the token is invalid or expired (HTTP 401).' },
    FORBIDDEN: { description: 'The viewer sees the object and may not do this with it.' },
    NOT_FOUND: { description: 'There is no such object, or the viewer may not know of it.' },
    CONFLICT: { description: 'The idempotency key was used with another input in the last 24 hours.' },
    QUERY_TOO_COMPLEX: { description: 'The document passes a limit; nothing of it ran: ask for less at once.' },
    RATE_LIMITED: {
      description:
        'The minute, or what is allowed of this operation, has been spent: `Retry-After` and `extensions.retryAfterSeconds` say in how many seconds to try again (HTTP 429).',
    },
    PAYLOAD_TOO_LARGE: { description: 'The request is larger than the server takes (HTTP 413).' },
    FILE_TOO_LARGE: { description: 'An upload is larger than any file that the viewer may store (HTTP 413).' },
    TIMEOUT: { description: 'The request took longer than it may, or waited too long for another one (HTTP 504).' },
    UNAVAILABLE: { description: 'The database cannot be reached at present: try again (HTTP 503).' },
    INTERNAL_SERVER_ERROR: { description: 'A fault of ours; `extensions.reference` finds it in the log.' },
  },
});

/** Not the answer of an operation but the lack of one: a client, a proxy and a monitor have to see it without reading the body. */
export const isOutage = (code: ErrorCode): boolean =>
  code === ErrorCode.UNAVAILABLE || code === ErrorCode.TIMEOUT || code === ErrorCode.RATE_LIMITED;

/** An error that is told to the caller as it stands. Everything else is masked. */
export class ApiError extends GraphQLError {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, facts: Readonly<Record<string, number>> = {}) {
    super(message, { extensions: { code, ...facts } });
    this.code = code;
  }
}

/** The caller has spent what a minute allows. */
export class RateLimitError extends ApiError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(ErrorCode.RATE_LIMITED, `Too many requests. Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const badUserInput = (message: string) => new ApiError(ErrorCode.BAD_USER_INPUT, message);
export const tooComplex = (message: string) => new ApiError(ErrorCode.QUERY_TOO_COMPLEX, message);
export const tooLong = () => new ApiError(ErrorCode.TIMEOUT, 'The request took longer than it may. Ask for less at once.');
export const unauthenticated = (message = 'Sign in to do this.') => new ApiError(ErrorCode.UNAUTHENTICATED, message);
export const forbidden = () => new ApiError(ErrorCode.FORBIDDEN, 'You may not do this.');
/** One body for what does not exist and for what the viewer may not know of. */
export const notFound = () => new ApiError(ErrorCode.NOT_FOUND, 'There is nothing here that you can see.');
