import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** The causes that the application has words for; every other one is INTERNAL_SERVER_ERROR. */
const causes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'PAYLOAD_TOO_LARGE',
  'FILE_TOO_LARGE',
  'TIMEOUT',
  'UNAVAILABLE',
  'NO_CONNECTION',
  'OUTDATED',
  'INTERNAL_SERVER_ERROR',
] as const;

export type FailureCause = (typeof causes)[number];

export interface Failure {
  cause: FailureCause;
  /** What the server's log knows the failure by. */
  reference: string | null;
  /** How long to wait, where the server says so. */
  retryAfterSeconds: number | null;
}

/** Reasons that may be gone the next time. */
const passing: ReadonlySet<FailureCause> = new Set(['RATE_LIMITED', 'TIMEOUT', 'UNAVAILABLE', 'NO_CONNECTION', 'INTERNAL_SERVER_ERROR']);

export const mayPass = ({ cause }: Failure): boolean => passing.has(cause);

const causeByStatus: Readonly<Record<number, FailureCause>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'RATE_LIMITED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'TIMEOUT',
};

/** A page's code is not on the server any more, though that can be reached: another version has taken its place. */
export class OutdatedPage extends Error {}

/** What went wrong, in the one form in which it is told to a person. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { code, reference, retryAfterSeconds } = error.errors[0]?.extensions ?? {};
    return {
      cause: causes.find((cause) => cause === code) ?? 'INTERNAL_SERVER_ERROR',
      reference: typeof reference === 'string' ? reference : null,
      retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
    };
  }
  if (ServerError.is(error)) {
    const wait = Number(error.response.headers.get('retry-after') ?? Number.NaN);
    const cause = causeByStatus[error.statusCode] ?? 'INTERNAL_SERVER_ERROR';
    return { cause, reference: null, retryAfterSeconds: Number.isFinite(wait) ? wait : null };
  }
  return { cause: causeInBrowser(error), reference: null, retryAfterSeconds: null };
}

/** fetch and import reject with a TypeError when no answer came, each browser's in its own words; Vite has its own for styles. */
function causeInBrowser(error: unknown): FailureCause {
  if (error instanceof OutdatedPage) return 'OUTDATED';
  const isSilence =
    error instanceof TypeError
      ? /fetch|network|load|import/i.test(error.message)
      : error instanceof Error && error.message.startsWith('Unable to preload CSS');
  return isSilence ? 'NO_CONNECTION' : 'INTERNAL_SERVER_ERROR';
}

/** What stands for an address that leads nowhere, where the server answered null. */
export const nothingHere = new CombinedGraphQLErrors({
  data: null,
  errors: [{ message: 'Nothing here', extensions: { code: 'NOT_FOUND' } }],
});

/** What stands for a page that the viewer may see in part, but not work on. */
export const forbidden = new CombinedGraphQLErrors({ data: null, errors: [{ message: 'Not yours', extensions: { code: 'FORBIDDEN' } }] });
