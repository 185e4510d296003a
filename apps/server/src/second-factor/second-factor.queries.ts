import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { valueByKey } from '../kernel/loaders.ts';

export interface SecondFactorRow {
  readonly isEnabled: boolean;
  readonly recoveryCodes: number;
}

/** Whether somebody signs in with a code too, and how many recovery codes are left. */
export const secondFactorOf = valueByKey<Context, SecondFactorRow | null>(async (ctx, userIds) => {
  const rows = await ctx.db
    .selectFrom('second_factor')
    .where(isAny('user_id', userIds))
    .where('enabled_at', 'is not', null)
    .select([
      'user_id as userId',
      sql<string>`(select count(*) from recovery_code where recovery_code.user_id = second_factor.user_id)`.as('codes'),
    ])
    .execute();
  return new Map(rows.map(({ userId, codes }) => [userId, { isEnabled: true, recoveryCodes: Number(codes) }]));
}, null);
