import { randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { verify } from 'otplib';
import type { Services } from '../context.ts';
import type { Database } from '../database.ts';
import { unseal } from '../kernel/sealed-secret.ts';
import { hashOfSecret } from '../kernel/secret-token.ts';

const codeCount = 10;
/** Without letters and digits that are taken for each other. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 16;

/** A phone's clock may be so much off. */
const toleranceSeconds = 30;

/** Where a secret is sealed for. */
export const placeOf = (userId: string): string => `second factor ${userId}`;

/** Ten codes of 79 bits, to be read from paper. */
export function newRecoveryCodes(): string[] {
  const letter = () => {
    for (;;) {
      const [byte = 255] = randomBytes(1);
      if (byte < 248) return alphabet[byte % alphabet.length] ?? '';
    }
  };
  return Array.from({ length: codeCount }, () =>
    Array.from({ length: codeLength }, letter)
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

const bare = (code: string): string => code.replaceAll(/[\s-]/g, '').toLowerCase();
export const hashOfCode = (code: string): string => hashOfSecret(`recovery code ${bare(code)}`);

interface FactorRow {
  readonly sealedSecret: string;
  readonly isEnabled: boolean;
  readonly lastStep: string;
}

/** Which way a code was right; null when it was not. It is used up by this: each step of the app and each recovery code is good once. */
export async function useCode(
  em: EntityManager,
  { env }: Services,
  { userId, code, isEnabled }: { userId: string; code: string; isEnabled: boolean },
): Promise<'app' | 'recovery' | null> {
  const db = em.getKysely<Database>();
  const { rows } =
    await sql<FactorRow>`select sealed_secret as "sealedSecret", enabled_at is not null as "isEnabled", last_step as "lastStep"
    from second_factor where user_id = ${userId} for update`.execute(db);
  const factor = rows[0];
  if (factor === undefined || factor.isEnabled !== isEnabled) return null;
  const token = bare(code);
  if (!/^\d{6}$/.test(token)) {
    const used = await db
      .deleteFrom('recovery_code')
      .where('user_id', '=', userId)
      .where('code_hash', '=', hashOfCode(token))
      .returning('user_id')
      .execute();
    return used.length === 1 ? 'recovery' : null;
  }
  const secret = unseal(env.AUTH_SECRET, placeOf(userId), factor.sealedSecret);
  if (secret === null) return null;
  const result = await verify({ secret, token, epochTolerance: toleranceSeconds, afterTimeStep: Number(factor.lastStep) });
  if (!result.valid || !('timeStep' in result)) return null;
  await sql`update second_factor set last_step = ${result.timeStep} where user_id = ${userId}`.execute(db);
  return 'app';
}
