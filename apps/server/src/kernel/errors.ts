import { GraphQLError } from 'graphql';
import { registerEnumType } from 'type-graphql';

/** Every code that a top-level error can carry in `extensions.code`. */
export enum ErrorCode {
  GRAPHQL_PARSE_FAILED = 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED = 'GRAPHQL_VALIDATION_FAILED',
  CSRF_PREVENTION = 'CSRF_PREVENTION',
  BAD_USER_INPUT = 'BAD_USER_INPUT',
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  FORBIDDEN = 'FORBIDDEN',
  NOT_FOUND = 'NOT_FOUND',
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
    CSRF_PREVENTION: { description: 'A request that any web page could send carries cookies: send `Apollo-Require-Preflight: true`.' },
    BAD_USER_INPUT: { description: 'An argument is malformed: an id of another type, a page size out of bounds.' },
    UNAUTHENTICATED: { description: 'The operation needs a signed-in person, or the token is invalid or expired (HTTP 401).' },
    FORBIDDEN: { description: 'The viewer sees the object and may not do this with it.' },
    NOT_FOUND: { description: 'There is no such object, or the viewer may not know of it.' },
    PAYLOAD_TOO_LARGE: { description: 'The request is larger than the server takes (HTTP 413).' },
    FILE_TOO_LARGE: { description: 'An uploaded file is larger than its kind may be (HTTP 413).' },
    TIMEOUT: { description: 'The request took longer than it may.' },
    UNAVAILABLE: { description: 'The database cannot be reached at present: try again (HTTP 503).' },
    INTERNAL_SERVER_ERROR: { description: 'A fault of ours; `extensions.reference` finds it in the log.' },
  },
});

const statusByCode: Partial<Record<ErrorCode, number>> = {
  CSRF_PREVENTION: 403,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** The HTTP status of a request that ends with this code before GraphQL runs. */
export const httpStatusOf = (code: ErrorCode): number => statusByCode[code] ?? 400;

/** An error that is told to the caller as it stands. Everything else is masked. */
export class ApiError extends GraphQLError {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message, { extensions: { code } });
    this.code = code;
  }
}

export const badUserInput = (message: string) => new ApiError(ErrorCode.BAD_USER_INPUT, message);
export const unauthenticated = (message = 'Sign in to do this.') => new ApiError(ErrorCode.UNAUTHENTICATED, message);
export const forbidden = () => new ApiError(ErrorCode.FORBIDDEN, 'You may not do this.');
/** One body for what does not exist and for what the viewer may not know of. */
export const notFound = () => new ApiError(ErrorCode.NOT_FOUND, 'There is nothing here that you can see.');
