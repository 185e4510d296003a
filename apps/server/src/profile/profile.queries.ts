import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { valueByKey } from '../kernel/loaders.ts';

const selectProfiles = (ctx: Context) =>
  ctx.db
    .selectFrom('profile')
    .select([
      'user_id as userId',
      'first_name as firstName',
      'last_name as lastName',
      'phone',
      'bio',
      'language',
      'time_zone as timeZone',
      'avatar_id as avatarId',
      'revision',
    ]);

export type ProfileRow = Awaited<ReturnType<ReturnType<typeof selectProfiles>['execute']>>[number];

export const profileByUser = valueByKey<Context, ProfileRow | null>(async (ctx, userIds) => {
  const rows = await selectProfiles(ctx).where(isAny('user_id', userIds)).execute();
  return new Map(rows.map((row) => [row.userId, row]));
}, null);
