import type { Request, Response } from 'express';
import type { RequestFacts, ResponseCookies } from '../kernel/http-request.ts';

/** Cookies as `name=value` pairs; whatever is not one is passed over. */
function cookiesOf(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return cookies;
}

export const factsOf = (req: Request): RequestFacts => ({
  address: req.ip ?? '',
  device: req.get('user-agent') ?? '',
  cookies: cookiesOf(req.headers.cookie),
});

/** Cookies that no script reads and no other site sends. */
export function cookiesTo(res: Response, isSecure: boolean): ResponseCookies {
  const settings = { httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  return {
    set: (name, value, { path, maxAgeSeconds }) => void res.cookie(name, value, { ...settings, path, maxAge: maxAgeSeconds * 1_000 }),
    clear: (name, { path }) => void res.clearCookie(name, { ...settings, path }),
  };
}
