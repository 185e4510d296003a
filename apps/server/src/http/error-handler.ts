import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { codeOfUnknown } from '../kernel/error-formatter.ts';
import { ApiError, ErrorCode, httpStatusOf } from '../kernel/errors.ts';

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
    const code = told?.code ?? codeOfUnknown(error);
    const reference = told === null ? randomUUID() : undefined;
    if (told === null) logger.error({ err: error, reference, url: req.path }, 'request failed');
    if (code === ErrorCode.UNAUTHENTICATED) res.set('WWW-Authenticate', 'Bearer');
    const message = told?.message ?? 'Something went wrong on our side.';
    res
      .status(httpStatusOf(code))
      .set('Cache-Control', 'no-store')
      .json({ errors: [{ message, extensions: { code, ...(reference === undefined ? {} : { reference }) } }] });
  };
}
