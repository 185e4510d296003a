import { defaultMaxSize } from '@cursus/rules/files';
import type { Request, RequestHandler } from 'express';
import type { Services } from '../context.ts';
import { canUploadForCourses } from '../file/file.policy.ts';
import { requireScope, type Viewer } from '../kernel/authorize.ts';
import { ApiError, ErrorCode, unauthenticated } from '../kernel/errors.ts';
import { Scope } from '../token/scope.ts';

/** A header that no form, image or link of another site can send without asking this server first. */
const preflightHeader = 'apollo-require-preflight';

/** Content types that a web page may post anywhere without a preflight. */
const simpleTypes = new Set(['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']);

const contentType = (req: Request): string => (req.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * Refuses what any web page could send in a visitor's name: a simple request that carries cookies. The API itself believes no cookie but
 * in refreshSession and signOut, and for those this is what protects them.
 */
export const csrfGate: RequestHandler = (req, _res, next) => {
  const isSimple = simpleTypes.has(contentType(req)) && req.get(preflightHeader) === undefined;
  if (isSimple && req.headers.cookie !== undefined) {
    throw new ApiError(ErrorCode.CSRF_PREVENTION, 'Send the header `Apollo-Require-Preflight: true`.');
  }
  next();
};

/** What stands around the files in an upload: the operation and its map. */
const envelopeBytes = 64 * 1024;

/** The multipart parser writes to the disk before anything else looks, so who may not upload, or too much, is refused in front of it. */
export function uploadGate(services: Services, viewerOf: (req: Request) => Viewer | null): RequestHandler {
  return async (req, _res, next) => {
    if (contentType(req) !== 'multipart/form-data') return next();
    const viewer = viewerOf(req);
    if (viewer === null) throw unauthenticated();
    requireScope(viewer, Scope.FILE_WRITE);
    if (req.get(preflightHeader) === undefined)
      throw new ApiError(ErrorCode.CSRF_PREVENTION, 'Send the header `Apollo-Require-Preflight: true`.');
    const length = Number(req.get('content-length') ?? Number.NaN);
    const maxSize = canUploadForCourses(viewer) ? defaultMaxSize.video : defaultMaxSize.avatar;
    if (!Number.isInteger(length)) throw new ApiError(ErrorCode.BAD_USER_INPUT, 'An upload tells its Content-Length.');
    if (length > maxSize + envelopeBytes) throw new ApiError(ErrorCode.FILE_TOO_LARGE, `An upload has at most ${maxSize} bytes.`);
    if (!(await services.storage.hasRoomFor(length))) throw new ApiError(ErrorCode.UNAVAILABLE, 'There is no room left on the server.');
    return next();
  };
}
