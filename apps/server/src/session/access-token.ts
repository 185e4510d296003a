import { createSecretKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

const issuer = 'cursus';
const audience = 'cursus-api';
const algorithm = 'HS256';

/** Minutes, because a token cannot be taken back; rights are read from the database all the same. */
const accessTokenSeconds = 600;

let known: { readonly secret: string; readonly key: KeyObject } | undefined;

/** Made once: of a text, the library would first try to make a public key, by an exception for each token. */
function keyOf(secret: string): KeyObject {
  if (known?.secret !== secret) known = { secret, key: createSecretKey(secret, 'utf8') };
  return known.key;
}

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
}

export function signAccessToken(secret: string, session: { id: string; userId: string }, now: Date): AccessToken {
  const issued = Math.floor(now.getTime() / 1_000);
  const accessToken = jwt.sign({ sid: session.id, use: 'access', iat: issued, exp: issued + accessTokenSeconds }, keyOf(secret), {
    algorithm,
    issuer,
    audience,
    subject: session.userId,
  });
  return { accessToken, expiresAt: new Date((issued + accessTokenSeconds) * 1_000) };
}

/** The session that a token names and until when it does, or null for a token that is not ours, not for this, or not in force. */
export function sessionOfAccessToken(secret: string, token: string): { id: string; until: Date } | null {
  try {
    const claims = jwt.verify(token, keyOf(secret), { algorithms: [algorithm], issuer, audience, maxAge: accessTokenSeconds });
    if (typeof claims === 'string' || claims['use'] !== 'access' || typeof claims.exp !== 'number') return null;
    return typeof claims['sid'] === 'string' ? { id: claims['sid'], until: new Date(claims.exp * 1_000) } : null;
  } catch (error) {
    // The library hands on what JSON.parse says of a payload that is no JSON, before it looks at the signature.
    if (error instanceof jwt.JsonWebTokenError || error instanceof SyntaxError) return null;
    throw error;
  }
}
