import { createHash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';

const settings = { algorithm: 'HS256', issuer: 'cursus', audience: 'cursus-sign-in' } as const;
const challengeSeconds = 300;

const claimsRule = z.object({ sub: z.string(), use: z.literal('second-factor'), password: z.string(), exp: z.number() });

/** Of which password it was: when that is another, the first step is to be done again. */
export const fingerprintOf = (passwordHash: string): string => createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16);

/** That somebody knew a password a moment ago. It opens nothing by itself: it only lets a code be tried. */
export function signChallenge(secret: string, account: { id: string; passwordHash: string }): { secret: string; expiresAt: Date } {
  const exp = Math.floor(Date.now() / 1_000) + challengeSeconds;
  const claims = { use: 'second-factor', password: fingerprintOf(account.passwordHash), exp };
  return { secret: jwt.sign(claims, secret, { ...settings, subject: account.id }), expiresAt: new Date(exp * 1_000) };
}

/** Whose first step it was, and by which password; null when it is not ours or too old. */
export function readChallenge(secret: string, challenge: string): { userId: string; password: string } | null {
  try {
    const { algorithm, ...expected } = settings;
    const verified = jwt.verify(challenge, secret, { ...expected, algorithms: [algorithm], maxAge: challengeSeconds });
    const claims = claimsRule.safeParse(verified);
    return claims.success ? { userId: claims.data.sub, password: claims.data.password } : null;
  } catch (error) {
    if (error instanceof jwt.JsonWebTokenError || error instanceof SyntaxError) return null;
    throw error;
  }
}
