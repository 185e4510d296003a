import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { rowById } from '../kernel/loaders.ts';

/** The viewer's own alone, whatever is asked for. */
export const selectSecurityEvents = (ctx: Context) =>
  ctx.db
    .selectFrom('security_event')
    .where('user_id', '=', ctx.viewer?.userId ?? null)
    .select(['id', 'kind', 'at', 'address', 'device']);

export const securityEventById = rowById((ctx: Context, ids) => selectSecurityEvents(ctx).where(isAny('id', ids)).execute());
