import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express, { type Request, type RequestHandler, Router } from 'express';
import { notFound, unauthenticated } from '../kernel/errors.ts';
import type { Metrics } from './metrics.ts';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In the same time whatever was sent. */
function carriesToken(req: Request, token: string): boolean {
  const sent = /^Bearer (.+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(hashOf(sent), hashOf(token));
}

const tell =
  ({ registry }: Metrics): RequestHandler =>
  async (_req, res) => {
    res.set({ 'Cache-Control': 'no-store', 'Content-Type': registry.contentType }).send(await registry.metrics());
  };

/** /metrics on the port of everything else: by the token alone, and nowhere to be found without one. */
export function serveMetrics(metrics: Metrics | null, token: string | null): Router {
  return Router().get('/metrics', (req, res, next) => {
    if (metrics === null || token === null) throw notFound();
    if (!carriesToken(req, token)) throw unauthenticated('The token of the metrics is missing or wrong.');
    return tell(metrics)(req, res, next);
  });
}

/** /metrics on a port of its own, and nothing else: by the token where there is one. */
export function metricsServer(metrics: Metrics, token: string | null): Server {
  const app = express().disable('x-powered-by');
  app.get('/metrics', (req, res, next) => {
    if (token === null || carriesToken(req, token)) return tell(metrics)(req, res, next);
    return res.status(401).set('WWW-Authenticate', 'Bearer').end();
  });
  app.use((_req, res) => void res.status(404).end());
  return createServer(app);
}
