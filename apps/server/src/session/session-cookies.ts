import type { Context } from '../context.ts';
import type { Env } from '../env.ts';
import { createHash } from 'node:crypto';

/** Names carry the installation: cookies ignore ports, and two installations on one host must not sign each other out. */
export function cookieNames(env: Env) {
  const instance = createHash('sha256').update(env.AUTH_SECRET).digest('hex').slice(0, 8);
  const isSecure = env.PUBLIC_URL.startsWith('https:');
  return {
    refresh: `${isSecure ? '__Secure-' : ''}cursus-refresh-${instance}`,
    files: `${isSecure ? '__Secure-' : ''}cursus-files-${instance}`,
  };
}

const paths = { refresh: '/graphql', files: '/files' };

/** Hands the browser what it must keep and no script may read. */
export function setSessionCookies(ctx: Context, secrets: { refresh?: string; files?: string }, maxAgeSeconds: number): void {
  const names = cookieNames(ctx.services.env);
  if (secrets.refresh !== undefined) ctx.cookies.set(names.refresh, secrets.refresh, { path: paths.refresh, maxAgeSeconds });
  if (secrets.files !== undefined) ctx.cookies.set(names.files, secrets.files, { path: paths.files, maxAgeSeconds });
}

export function clearSessionCookies(ctx: Context): void {
  const names = cookieNames(ctx.services.env);
  ctx.cookies.clear(names.refresh, { path: paths.refresh });
  ctx.cookies.clear(names.files, { path: paths.files });
}

export const refreshCookie = (ctx: Context): string | null => ctx.request.cookies[cookieNames(ctx.services.env).refresh] ?? null;
