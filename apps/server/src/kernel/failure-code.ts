import { ErrorCode } from './errors.ts';

/** Node's and PostgreSQL's words for a database that cannot be reached, has no connection left, or is going down. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
]);

/** The driver's words for the same: its own errors carry no code. */
const lostConnection = /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** PostgreSQL cut the statement, or its wait for a lock, at the limit that `orm.ts` sets. */
const tookTooLong = new Set(['57014', '55P03', '25P03']);

/** PostgreSQL's word for a text that it cannot hold. The driver sends UTF-8 alone, so it is a zero character, and the caller's. */
const unstorableText = '22021';

function own(error: object, key: 'code' | 'status'): unknown {
  return key in error ? (error as Record<string, unknown>)[key] : undefined;
}

/** Tells a failure's code: a database away is UNAVAILABLE, a text that cannot be stored is the caller's, anything else is internal. */
export function codeOfUnknown(error: unknown): ErrorCode {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = String(own(cause, 'code'));
    if (unreachable.has(code) || lostConnection.test(cause.message)) return ErrorCode.UNAVAILABLE;
    if (tookTooLong.has(code)) return ErrorCode.TIMEOUT;
    if (code === unstorableText) return ErrorCode.BAD_USER_INPUT;
    // The multipart parser's, thrown where a resolver reads the file: it was cut at the limit.
    if (own(cause, 'status') === 413) return ErrorCode.FILE_TOO_LARGE;
  }
  return ErrorCode.INTERNAL_SERVER_ERROR;
}
