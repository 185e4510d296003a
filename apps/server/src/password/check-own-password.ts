import type { Context } from '../context.ts';
import { viewerId } from '../kernel/authorize.ts';
import { isPassword, spendPassword } from '../kernel/password.ts';
import { type Counted, giveBack, takeTurn } from '../kernel/throttle.ts';
import { type Refusal, refuse, UserErrorCode } from '../kernel/user-error.ts';

const wrong = (field: string): Refusal => refuse(UserErrorCode.WRONG_PASSWORD, [field], 'This is not the password of the account.');

/** Whoever sits at somebody's open session may not try passwords for ever. */
const counted = (userId: string): Counted => ({ key: `own password ${userId}`, allowance: { atOnce: 10, secondsEach: 60 } });

/**
 * Whether the viewer knows their password: null, or why not, to be thrown in the mutation. It is looked at before the transaction, which
 * would hold a connection all the while.
 */
export async function checkOwnPassword(ctx: Context, password: string, field = 'password'): Promise<Refusal | null> {
  spendPassword(ctx);
  const userId = viewerId(ctx);
  const turns = [counted(userId)];
  await takeTurn(ctx.db, turns);
  const account = await ctx.db.selectFrom('user').select('password_hash as passwordHash').where('id', '=', userId).executeTakeFirst();
  if (!(await isPassword(account?.passwordHash ?? null, password))) return wrong(field);
  await giveBack(ctx.db, turns);
  return null;
}
