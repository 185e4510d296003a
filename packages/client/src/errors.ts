/** What the server says about one top-level error. */
export interface GraphQLErrorBody {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly reference?: string; readonly [key: string]: unknown };
}

/** What a person can mend, as every payload of a mutation lists it in `userErrors`. */
export interface UserErrorBody {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[] | null;
}

/** Whatever goes wrong with a request is one of its subclasses. */
export abstract class CursusError extends Error {}

/** No answer of GraphQL came: the network failed, or something else stands at the endpoint. `cause` holds what was thrown, if anything was. */
export class ConnectionError extends CursusError {
  override readonly name = 'ConnectionError';
  /** The HTTP status; null when no answer came at all. */
  readonly status: number | null;

  constructor(message: string, { status = null, ...options }: { status?: number | null } & ErrorOptions = {}) {
    super(message, options);
    this.status = status;
  }
}

/** The server refused the request, or failed at it: one or more top-level errors. */
export class ApiError extends CursusError {
  override readonly name = 'ApiError';
  /** The code of the first error, for example `NOT_FOUND`. All codes are listed in the guide, and in `ErrorCode` of the schema. */
  readonly code: string;
  /** Finds a fault of the server in its log: tell it to whoever runs the server. */
  readonly reference: string | null;
  /** The HTTP status; null on a subscription. */
  readonly status: number | null;
  /** Seconds to wait before asking again, when the server told. */
  readonly retryAfter: number | null;
  readonly errors: readonly GraphQLErrorBody[];
  /** What could be answered in spite of the errors. */
  readonly data: unknown;

  constructor(
    errors: readonly GraphQLErrorBody[],
    { status = null, retryAfter = null, data = null }: { status?: number | null; retryAfter?: number | null; data?: unknown } = {},
  ) {
    super(errors.map(({ message }) => message).join(' '));
    const [first] = errors;
    this.code = first?.extensions?.code ?? 'UNKNOWN';
    this.reference = errors.find(({ extensions }) => extensions?.reference !== undefined)?.extensions?.reference ?? null;
    this.status = status;
    this.retryAfter = retryAfter;
    this.errors = errors;
    this.data = data;
  }
}

/** A mutation changed nothing, for reasons that a person can mend. Thrown by `requireAccepted` alone. */
export class RefusedError extends CursusError {
  override readonly name = 'RefusedError';
  /** The code of the first reason, for example `TAKEN`. */
  readonly code: string;
  readonly userErrors: readonly UserErrorBody[];

  constructor(userErrors: readonly UserErrorBody[]) {
    super(userErrors.map(({ message, path }) => (path?.length ? `${path.join('.')}: ${message}` : message)).join(' '));
    this.code = userErrors[0]?.code ?? 'UNKNOWN';
    this.userErrors = userErrors;
  }
}
