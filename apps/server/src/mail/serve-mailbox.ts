import { type RequestHandler, type Request, Router } from 'express';
import { notFound } from '../kernel/errors.ts';
import type { Mailbox } from './mailbox.ts';

const here = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const loopback = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/;

/** What a proxy adds: behind one, who asks is not on this machine, whatever the connection says. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** By the connection itself, and by the name that the browser asked for, so that no page of another site reads it by a name of its own. */
const isFromHere = (req: Request): boolean =>
  loopback.test(req.socket.remoteAddress ?? '') &&
  here.test(req.headers.host ?? '') &&
  proxyHeaders.every((name) => req.headers[name] === undefined);

/** To anybody else there is nothing here. */
const onThisMachineAlone: RequestHandler = (req, res, next) => {
  if (!isFromHere(req)) throw notFound();
  res.set('Cache-Control', 'no-store');
  next();
};

/** A mail's own markup: it runs nothing, fetches nothing, and belongs to no origin; a link opens beside it. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** What the page /mailbox reads: the mails that this installation has sent, to whoever sits at this machine. */
export function serveMailbox(mailbox: Mailbox): Router {
  const router = Router();
  router.get('/mails', onThisMachineAlone, async (_req, res) => void res.json(await mailbox.list()));
  router.get('/mails/:id', onThisMachineAlone, async (req, res) => {
    const mail = await mailbox.read(String(req.params['id']));
    if (mail === null) throw notFound();
    const { html: _html, ...rest } = mail;
    res.json(rest);
  });
  router.get('/mails/:id/html', onThisMachineAlone, async (req, res) => {
    const mail = await mailbox.read(String(req.params['id']));
    if (mail === null) throw notFound();
    res.set({ 'Content-Security-Policy': mailPolicy, 'X-Frame-Options': 'SAMEORIGIN', 'Referrer-Policy': 'no-referrer' });
    res.type('html').send(mail.html === '' ? '<!doctype html>' : mail.html);
  });
  router.delete('/mails', onThisMachineAlone, async (req, res) => {
    // A page of another site cannot send this header without asking first, and it is never let.
    if (req.headers['apollo-require-preflight'] === undefined) throw notFound();
    await mailbox.empty();
    res.status(204).end();
  });
  return router;
}
