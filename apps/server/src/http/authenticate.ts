import type { Request } from 'express';
import type { Services } from '../context.ts';
import { requireScope, type Viewer } from '../kernel/authorize.ts';
import { unauthenticated } from '../kernel/errors.ts';
import { sessionOfAccessToken } from '../session/access-token.ts';
import { sessionCookies } from '../session/session-cookies.ts';
import { viewerOfFilesCookie, viewerOfSession } from '../session/viewer.ts';
import type { KnownViewer } from '../session/viewer-cache.ts';
import { Scope } from '../token/scope.ts';
import { isTokenSecret } from '../token/token-secret.ts';
import { viewerOfToken } from '../token/viewer-of-token.ts';
import { factsOf } from './request-facts.ts';
import { viewAsHeader, viewingAs } from './view-as.ts';

/** Whom an `Authorization` stands for, of a request or of a socket: null when it is invalid, expired, revoked or of an ended session. */
export async function viewerOfAuthorization(services: Services, authorization: string): Promise<KnownViewer | null> {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
  if (token === undefined) return null;
  if (isTokenSecret(token)) return viewerOfToken(services, token);
  const session = sessionOfAccessToken(services.env.AUTH_SECRET, token);
  const known = session && (await viewerOfSession(services, session.id));
  if (session === null || known === null) return null;
  return { viewer: known.viewer, until: known.until < session.until ? known.until : session.until };
}

/** Who sends a request: nobody without `Authorization`. One that is not in force is refused, never silently nobody. */
export async function authenticate(services: Services, req: Request): Promise<Viewer | null> {
  const header = req.get('authorization');
  if (header === undefined) return null;
  const known = await viewerOfAuthorization(services, header);
  if (known === null) throw unauthenticated('The token is invalid or expired.');
  return viewingAs(known.viewer, req.get(viewAsHeader));
}

/** Who reads a file: by a token with this scope, or else by the cookie that a browser's `<img>` and `<video>` send. */
export async function authenticateReader(services: Services, req: Request, scope = Scope.FILE_READ): Promise<Viewer | null> {
  if (req.get('authorization') !== undefined) {
    const viewer = await authenticate(services, req);
    requireScope(viewer, scope);
    return viewer;
  }
  const secret = factsOf(req).cookies[sessionCookies(services.env).files.name];
  return secret === undefined ? null : ((await viewerOfFilesCookie(services, secret))?.viewer ?? null);
}
