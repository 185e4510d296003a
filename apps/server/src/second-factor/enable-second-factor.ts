import type { EntityManager } from '@mikro-orm/postgresql';
import { generateSecret, generateURI } from 'otplib';
import type { Context } from '../context.ts';
import type { Database } from '../database.ts';
import { viewerId } from '../kernel/authorize.ts';
import { seal } from '../kernel/sealed-secret.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { happenedTo, secondFactorDisabledNotice, secondFactorEnabledNotice } from '../mail/account-notice.ts';
import { sendLetter } from '../mail/letter.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { User } from '../user/user.entity.ts';
import { SecondFactor } from './second-factor.entity.ts';
import { hashOfCode, newRecoveryCodes, placeOf, useCode } from './sign-in-code.ts';

const wrongCode = () => refuse(UserErrorCode.WRONG_CODE, ['code'], 'This is no code of the app at this moment, or it was used already.');

/** What an app needs, offered anew each time until a code of it comes back. */
export async function offerSecondFactor(em: EntityManager, ctx: Context): Promise<{ secret: string; uri: string }> {
  const userId = viewerId(ctx);
  const { username } = await em.findOneOrFail(User, userId);
  const present = await em.findOne(SecondFactor, { userId });
  if (present !== null && present.enabledAt !== null)
    throw refuse(UserErrorCode.NOT_NEEDED, null, 'A second factor is enabled already: disable it first.');
  const secret = generateSecret();
  const sealedSecret = seal(ctx.services.env.AUTH_SECRET, placeOf(userId), secret);
  em.persist(Object.assign(present ?? new SecondFactor(), { userId, sealedSecret, lastStep: 0 }));
  return { secret, uri: generateURI({ issuer: 'Cursus', label: username, secret }) };
}

/** The codes that are shown this once; those before are good for nothing. */
export async function replaceRecoveryCodes(em: EntityManager, userId: string): Promise<string[]> {
  const db = em.getKysely<Database>();
  const codes = newRecoveryCodes();
  await db.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
  await db
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ user_id: userId, code_hash: hashOfCode(code) })))
    .execute();
  return codes;
}

/** From now on signing in takes a code. That one came back shows that the app works. */
export async function enableSecondFactor(em: EntityManager, ctx: Context, code: string): Promise<string[]> {
  const userId = viewerId(ctx);
  if ((await useCode(em, ctx.services, { userId, code, isEnabled: false })) !== 'app') throw wrongCode();
  await em.getKysely<Database>().updateTable('second_factor').set({ enabled_at: new Date() }).where('user_id', '=', userId).execute();
  const codes = await replaceRecoveryCodes(em, userId);
  recordEvent(em, ctx, userId, SecurityEventKind.SECOND_FACTOR_ENABLED);
  await sendLetter({ em, services: ctx.services }, secondFactorEnabledNotice, happenedTo(userId));
  return codes;
}

/** Asks for a code of who has the app or a recovery code. */
export async function requireCode(em: EntityManager, ctx: Context, code: string): Promise<void> {
  if ((await useCode(em, ctx.services, { userId: viewerId(ctx), code, isEnabled: true })) === null) throw wrongCode();
}

/** The password alone is enough from now on: by its owner, or by an administrator for who lost everything. */
export async function removeSecondFactor(em: EntityManager, ctx: Pick<Context, 'services' | 'request'>, userId: string): Promise<void> {
  const gone = await em
    .getKysely<Database>()
    .deleteFrom('second_factor')
    .where('user_id', '=', userId)
    .returning('enabled_at')
    .executeTakeFirst();
  if (gone === undefined || gone.enabled_at === null) throw refuse(UserErrorCode.NOT_NEEDED, null, 'No second factor is enabled.');
  recordEvent(em, ctx, userId, SecurityEventKind.SECOND_FACTOR_DISABLED);
  await sendLetter({ em, services: ctx.services }, secondFactorDisabledNotice, happenedTo(userId));
}
