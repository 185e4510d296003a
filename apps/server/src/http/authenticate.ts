import type { Request } from 'express';
import type { Services } from '../context.ts';
import type { Database, Db } from '../database.ts';
import type { Viewer } from '../kernel/authorize.ts';
import { unauthenticated } from '../kernel/errors.ts';
import { sessionOfAccessToken } from '../session/access-token.ts';
import { sessionCookies } from '../session/session-cookies.ts';
import { viewerOfFilesCookie, viewerOfSession } from '../session/viewer.ts';
import { factsOf } from './request-facts.ts';

const databaseOf = ({ orm }: Services): Db => orm.em.fork().getKysely<Database>();

/** Who sends a request: nobody without `Authorization`. A token that is invalid, expired or of an ended session is refused, never silently nobody. */
export async function authenticate(services: Services, req: Request): Promise<Viewer | null> {
  const header = req.get('authorization');
  if (header === undefined) return null;
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1];
  const sessionId = token === undefined ? null : sessionOfAccessToken(services.env.AUTH_SECRET, token);
  const viewer = sessionId === null ? null : await viewerOfSession(databaseOf(services), sessionId);
  if (viewer === null) throw unauthenticated('The token is invalid or expired.');
  return viewer;
}

/** Who reads a file: by a token, or else by the cookie that a browser's `<img>` and `<video>` send. */
export async function authenticateReader(services: Services, req: Request): Promise<Viewer | null> {
  if (req.get('authorization') !== undefined) return authenticate(services, req);
  const secret = factsOf(req).cookies[sessionCookies(services.env).files.name];
  return secret === undefined ? null : viewerOfFilesCookie(databaseOf(services), secret);
}
