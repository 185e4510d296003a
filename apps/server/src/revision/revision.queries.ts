import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { rowById } from '../kernel/loaders.ts';

const revisionsOf = (table: 'course' | 'module' | 'item') =>
  rowById((ctx: Context, ids) =>
    ctx.db
      .selectFrom(table)
      .select(['id', 'revision', 'edited_by_id as editedById', 'edited_at as editedAt'])
      .where(isAny('id', ids))
      .execute(),
  );

/** How often each was edited and by whom last: read only for a query that asks. */
export const revisionOf = { Course: revisionsOf('course'), Module: revisionsOf('module'), Item: revisionsOf('item') };
