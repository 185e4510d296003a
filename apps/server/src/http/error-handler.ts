import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { masked } from '../kernel/error-formatter.ts';
import { ApiError, ErrorCode, RateLimitError } from '../kernel/errors.ts';
import { statusBeforeGraphQL } from './response-status.ts';

const statusOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : null;

/** What body parsers and the multipart parser throw carries a status; what a client did wrong is told, the rest is masked. */
function toldError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  const status = statusOf(error);
  if (status === 413) return new ApiError(ErrorCode.PAYLOAD_TOO_LARGE, 'The request is too large.');
  if (status !== null && status >= 400 && status < 500) return new ApiError(ErrorCode.BAD_USER_INPUT, 'The request is malformed.');
  return null;
}

/** Errors before GraphQL are JSON of the same form as GraphQL's own. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const told = toldError(error);
    const { message, extensions } =
      told === null ? masked(error, logger) : { message: told.message, extensions: { ...told.extensions, code: told.code } };
    // What is still on its way is read and dropped: a client that is cut off while it sends does not see the answer.
    req.resume();
    if (extensions.code === ErrorCode.UNAUTHENTICATED) res.set('WWW-Authenticate', 'Bearer');
    if (told instanceof RateLimitError) res.set('Retry-After', String(told.retryAfterSeconds));
    res
      .status(statusBeforeGraphQL(extensions.code))
      .set('Cache-Control', 'no-store')
      .json({ errors: [{ message, extensions }] });
  };
}
