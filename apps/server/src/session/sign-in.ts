import type { EntityManager } from '@mikro-orm/postgresql';
import { signInCodeRule } from '@cursus/rules/account';
import type { Context } from '../context.ts';
import type { Database } from '../database.ts';
import { checked } from '../kernel/input-rules.ts';
import { isPassword } from '../kernel/password.ts';
import { networkOf } from '../kernel/rate-limit.ts';
import { type Counted, giveBack, takeTurn } from '../kernel/throttle.ts';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';
import { useCode } from '../second-factor/sign-in-code.ts';
import { recordEvent, recordNow } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { User } from '../user/user.entity.ts';
import { findAccount } from './find-account.ts';
import { knownDeviceOf } from './known-device.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { fingerprintOf, readChallenge, signChallenge } from './sign-in-challenge.ts';

/** A class that signs in behind one address is no attack: what was right does not count. */
const fromAddress = ({ request }: Context): Counted => ({
  key: `sign-in from ${networkOf(request.address)}`,
  allowance: { atOnce: 100, secondsEach: 10 },
});

/** Strangers who try passwords use up their own allowance: a browser that the owner signed in with has another. */
function onAccount(ctx: Context, login: string, account: User | null): Counted {
  const device = account === null ? null : knownDeviceOf(ctx, account.id);
  if (device !== null) return { key: device, allowance: { atOnce: 20, secondsEach: 30 } };
  return { key: `sign-in to ${account?.id ?? login.trim().toLowerCase()}`, allowance: { atOnce: 10, secondsEach: 60 } };
}

/**
 * The account whose password this is, or null. It does the same for an account that does not exist: the same statements, one hash, one
 * event. All of it before the transaction, which would hold a connection all the while.
 */
export async function checkCredentials(ctx: Context, { login, password }: { login: string; password: string }): Promise<User | null> {
  const account = await findAccount(ctx.em.fork(), login);
  const turns = [fromAddress(ctx), onAccount(ctx, login, account)];
  await takeTurn(ctx.db, turns);
  if (!(await isPassword(account?.passwordHash ?? null, password)) || account === null) {
    await recordNow(ctx, account?.id ?? null, SecurityEventKind.SIGN_IN_FAILED);
    return null;
  }
  await giveBack(ctx.db, turns);
  return account;
}

/** Told to who knows the password, and to nobody else. */
function refuseSuspended({ suspendedAt }: User): void {
  if (suspendedAt !== null) throw refuse(UserErrorCode.ACCOUNT_SUSPENDED, null, 'The account is suspended.');
}

export type SignedIn = { opened: OpenedSession; challenge: null } | { opened: null; challenge: { secret: string; expiresAt: Date } };

/** Opens a session, or asks for the second factor where there is one. */
export async function signIn(em: EntityManager, ctx: Context, account: User | null): Promise<SignedIn> {
  if (account === null) throw refuse(UserErrorCode.WRONG_CREDENTIALS, null, 'No account has this login and password.');
  refuseSuspended(account);
  const factor = await em
    .getKysely<Database>()
    .selectFrom('second_factor')
    .select('user_id')
    .where('user_id', '=', account.id)
    .where('enabled_at', 'is not', null)
    .executeTakeFirst();
  if (factor !== undefined) return { opened: null, challenge: signChallenge(ctx.services.env.AUTH_SECRET, account) };
  recordEvent(em, ctx, account.id, SecurityEventKind.SIGNED_IN);
  return { opened: await openSession(em, ctx, account.id), challenge: null };
}

const codesOf = (userId: string): Counted => ({ key: `code of ${userId}`, allowance: { atOnce: 10, secondsEach: 60 } });

/** Who did the first step, by the password that is still theirs; null when it is to be done again. */
export async function checkChallenge(ctx: Context, input: { challenge: string }): Promise<User | null> {
  const challenge = readChallenge(ctx.services.env.AUTH_SECRET, input.challenge);
  await takeTurn(ctx.db, challenge === null ? [fromAddress(ctx)] : [fromAddress(ctx), codesOf(challenge.userId)]);
  const account = challenge === null ? null : await ctx.em.fork().findOne(User, challenge.userId);
  return account !== null && fingerprintOf(account.passwordHash) === challenge?.password ? account : null;
}

/** The second step: the code is used up with the session that it opens, or not at all. */
export async function completeSignIn(
  em: EntityManager,
  ctx: Context,
  account: User | null,
  input: { code: string },
): Promise<OpenedSession> {
  if (account === null) throw refuse(UserErrorCode.CHALLENGE_OVER, null, 'The first step was too long ago: begin again.');
  refuseSuspended(account);
  const way = await useCode(em, ctx.services, { userId: account.id, code: checked(signInCodeRule, input).code, isEnabled: true });
  if (way === null) throw refuse(UserErrorCode.WRONG_CODE, ['code'], 'This is no code of the app at this moment, or it was used already.');
  if (way === 'recovery') recordEvent(em, ctx, account.id, SecurityEventKind.RECOVERY_CODE_USED);
  recordEvent(em, ctx, account.id, SecurityEventKind.SIGNED_IN);
  await giveBack(em.getKysely(), [fromAddress(ctx), codesOf(account.id)]);
  return openSession(em, ctx, account.id);
}
