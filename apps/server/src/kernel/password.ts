import { hash, verify } from '@node-rs/argon2';
import { ApiError, ErrorCode } from './errors.ts';

/** The library's number for Argon2id: its enum exists for the compiler alone. */
const argon2id = 2;

/** Argon2id with 19 MiB, two passes and one lane: the least that OWASP advises. */
const settings = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, settings);

/** Stands for the hash of an account that came without one: no password fits until a new one is set. */
export const unusablePassword = '!';

const spent = new WeakSet<object>();

/** Passwords are slow on purpose, so one operation works on one, however often it asks under other names. */
export function spendPassword(operation: object): void {
  if (spent.has(operation)) throw new ApiError(ErrorCode.RATE_LIMITED, 'One operation checks one password: send another request.');
  spent.add(operation);
}

let decoy: Promise<string> | undefined;

/** Checks a password. Without an account it does the same work against a decoy, so that the time tells nothing. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const usableHash = passwordHash === unusablePassword ? null : passwordHash;
  const matches = await verify(usableHash ?? (await decoy), password);
  return matches && usableHash !== null;
}
