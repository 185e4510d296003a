import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** By this, those who look for leaked secrets know one of ours, and we know a personal token from an access token. */
const mark = 'cursus_pat_';
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 43;
const checksumLength = 6;
const form = new RegExp(`^${mark}[0-9A-Za-z]{${secretLength + checksumLength}}$`);

function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = `${digits[Number(rest % 62n)]}${text}`;
  return text.padStart(length, '0');
}

const checksumOf = (secret: string): string => base62(BigInt(crc32(secret)), checksumLength);

/** 256 random bits, and a checksum by which a mistyped or invented token is known without a look at the database. */
export function newTokenSecret(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength);
  return `${mark}${secret}${checksumOf(secret)}`;
}

/** Whether a text is a personal token by its form: what it starts with, how long it is, its checksum. */
export function isTokenSecret(text: string): boolean {
  return form.test(text) && checksumOf(text.slice(mark.length, -checksumLength)) === text.slice(-checksumLength);
}

/** What a person knows a token by after it was shown: its first letters. */
export const prefixOf = (secret: string): string => secret.slice(0, mark.length + 4);
