import type { IncomingMessage, Server } from 'node:http';
import type { Mail } from '../src/kernel/mailer.ts';

/** What a person or a program proves itself with, as it stands in bodies. */
const inBodies = /(?:password|secret|token)\\?"?\s*:\s*\\?"([^"\\]+)/gi;
/** Shorter ones stand in any text. */
const shortest = 12;

const seen = new Set<string>();

function remember(secrets: readonly string[]): void {
  for (const secret of secrets) if (secret.length >= shortest) seen.add(secret);
}

const valuesOf = (cookies: readonly string[]): string[] => cookies.flatMap((cookie) => cookie.split(';', 1)[0]?.split('=', 2)[1] ?? []);

/** Remembers the secrets of a request's body, or of an answer's. */
export function rememberSecretsOf(body: string): void {
  remember([...body.matchAll(inBodies)].map(([, secret = '']) => secret));
}

/** Links of mails carry theirs behind `#`. */
const inMails = /#([\w-]+)/g;

/** Remembers the secrets of a mail that is sent, whether anybody follows its link or not. */
export function rememberSecretsOfMail({ text, html }: Pick<Mail, 'text' | 'html'>): void {
  remember([...`${text}\n${html}`.matchAll(inMails)].map(([, secret = '']) => secret));
}

/** Remembers the secrets that come and go in headers. */
export function rememberSecretsOfHeaders(http: Server): void {
  http.prependListener('request', (request: IncomingMessage, response) => {
    remember(request.headers.authorization?.split(' ').slice(1) ?? []);
    remember(valuesOf(request.headers.cookie?.split('; ') ?? []));
    response.once('finish', () => remember(valuesOf([response.getHeader('set-cookie') ?? []].flat().map(String))));
  });
}

/** Lines of a log that hold a secret which the tests have seen: there must be none. */
export const linesWithSecrets = (lines: readonly string[]): string[] =>
  lines.filter((line) => [...seen].some((secret) => line.includes(secret)));
