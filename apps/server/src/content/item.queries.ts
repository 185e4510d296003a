import type { Context } from '../context.ts';
import { isAny } from '../kernel/any-of.ts';
import { rowById } from '../kernel/loaders.ts';
import type { ContentRow } from './content.queries.ts';
import { asLocked } from './locked-item.ts';

/** What all kinds share; a kind reads its own columns by a loader of its own, and only when the query asks for them. */
export const itemById = rowById((ctx: Context, ids) =>
  ctx.db
    .selectFrom('item')
    .select(['id', 'kind', 'title', 'owner_id as ownerId', 'created_at as createdAt', 'updated_at as updatedAt', 'revision'])
    .where(isAny('id', ids))
    .execute(),
);

/** What stands in a content, as far as the viewer may read it now. */
export async function itemOfContent(ctx: Context, { id, isOpen }: Pick<ContentRow, 'id' | 'isOpen'>): Promise<ItemRow | null> {
  const item = await itemById(ctx, id);
  return item === null || isOpen ? item : asLocked(item);
}

export type ItemRow = NonNullable<Awaited<ReturnType<typeof itemById>>>;
