import { createHmac } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Env } from '../env.ts';

/**
 * What a browser keeps of a session. Names carry the installation: cookies ignore ports, and two installations on one host must not sign each
 * other out. `__Host-` binds the refresh cookie to this very host; the other one is bound to its path instead.
 */
export function sessionCookies(env: Env) {
  const instance = createHmac('sha256', env.AUTH_SECRET).update('cookie names').digest('hex').slice(0, 8);
  const isSecure = env.PUBLIC_URL.startsWith('https:');
  return {
    refresh: { name: `${isSecure ? '__Host-' : ''}cursus-refresh-${instance}`, path: '/' },
    device: { name: `${isSecure ? '__Host-' : ''}cursus-device-${instance}`, path: '/' },
    files: { name: `${isSecure ? '__Secure-' : ''}cursus-files-${instance}`, path: '/files' },
  };
}

type Kind = keyof ReturnType<typeof sessionCookies>;

/** Hands the browser what it must keep and no script may read. */
export function setSessionCookie(ctx: Context, kind: Kind, secret: string, maxAgeSeconds: number): void {
  const { name, path } = sessionCookies(ctx.services.env)[kind];
  ctx.cookies.set(name, secret, { path, maxAgeSeconds });
}

/** That somebody signed in with this browser stays known. */
export function clearSessionCookies(ctx: Context): void {
  const { refresh, files } = sessionCookies(ctx.services.env);
  for (const { name, path } of [refresh, files]) ctx.cookies.clear(name, { path });
}

export const refreshCookie = (ctx: Context): string | null => ctx.request.cookies[sessionCookies(ctx.services.env).refresh.name] ?? null;
