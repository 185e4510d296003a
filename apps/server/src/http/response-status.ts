import { ErrorCode, isOutage } from '../kernel/errors.ts';

const statusByCode: Partial<Record<ErrorCode, number>> = {
  CSRF_PREVENTION: 403,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  PAYLOAD_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** Told with 200 to who accepts `application/json` alone: clients of that age read the body of a 200 and of nothing else. */
const toldWithin200: ReadonlySet<ErrorCode> = new Set([
  ErrorCode.GRAPHQL_PARSE_FAILED,
  ErrorCode.GRAPHQL_VALIDATION_FAILED,
  ErrorCode.BAD_USER_INPUT,
]);

export interface Outcome {
  /** `absent`: nothing ran. `null`: an error went up to the root. */
  readonly data: 'absent' | 'null' | 'present';
  readonly codes: readonly ErrorCode[];
  /** Whether a document was sent, so that its faults are GraphQL's to tell; false for a request that is malformed before that. */
  readonly hasDocument: boolean;
  readonly mediaType: 'application/json' | 'application/graphql-response+json';
}

/** The HTTP status of every answer of the API, by the draft of GraphQL over HTTP of this year. */
export function statusOf({ data, codes, hasDocument, mediaType }: Outcome): number {
  if (data === 'present' || codes[0] === undefined) return 200;
  if (data === 'null') {
    const outage = codes.find(isOutage);
    return outage === undefined ? 200 : (statusByCode[outage] ?? 500);
  }
  if (mediaType === 'application/json' && hasDocument && toldWithin200.has(codes[0])) return 200;
  return statusByCode[codes[0]] ?? 400;
}

/** The status of a request that ends before GraphQL sees it. */
export const statusBeforeGraphQL = (code: ErrorCode): number =>
  statusOf({ data: 'absent', codes: [code], hasDocument: false, mediaType: 'application/json' });
