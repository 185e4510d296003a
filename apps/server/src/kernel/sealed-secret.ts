import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'cursus sealed secrets', 32));

/** Hides what must be read again, so that the database alone does not give it away. `place` binds it to where it stands. */
export function seal(secret: string, place: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyOf(secret), iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
}

/** What was sealed, or null when it was sealed by another secret or for another place. */
export function unseal(secret: string, place: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag, rest] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes), bytes.subarray(ivBytes + tagBytes)];
  try {
    const opening = createDecipheriv(cipher, keyOf(secret), iv).setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([opening.update(rest), opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}
