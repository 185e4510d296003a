import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { readPagePreloads } from './page-preloads.ts';

/** What pages may load: this origin alone, and the two players that a video can be embedded from. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' https://www.youtube-nocookie.com https://player.vimeo.com",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.set({
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
  next();
};

const endings = { br: '.br', gzip: '.gz' } as const;

/** What the build wrote compressed beside itself is sent so, to who takes it. */
function compressed(folder: string): RequestHandler {
  const known = new Set(globSync('**/*.{br,gz}', { cwd: folder }).map((file) => `/${file.replaceAll(sep, '/')}`));
  return (req, res, next) => {
    const encodings = (['br', 'gzip'] as const).filter((encoding) => known.has(req.path + endings[encoding]));
    if (encodings.length > 0) res.vary('Accept-Encoding');
    const best = encodings.find((encoding) => req.acceptsEncodings([encoding]) === encoding);
    if (best !== undefined) {
      res.type(extname(req.path)).set('Content-Encoding', best);
      req.url = req.path + endings[best];
    }
    next();
  };
}

/** The built browser application: files with a hash in their name for ever, every other address the page that routes by itself. */
export function serveWeb(dist: string): Router {
  const router = Router();
  const page = join(dist, 'index.html');
  const assets = join(dist, 'assets');
  const preloadsOf = readPagePreloads(dist);
  router.use('/assets', compressed(assets), express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false, index: false }));
  router.use(express.static(dist, { index: false, maxAge: '1h' }));
  router.get('/{*path}', async (req, res, next) => {
    if (!req.accepts('html') || !existsSync(page)) return next();
    const html = await readFile(page, 'utf8');
    res.set('Cache-Control', 'no-cache').type('html');
    res.send(html.replace('</head>', () => `${preloadsOf(req.path)}</head>`));
  });
  return router;
}
