import type { Constructor } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { viewerId } from '../kernel/authorize.ts';
import { once } from '../kernel/idempotency.ts';
import { mutate } from '../kernel/mutation.ts';
import { moduleById } from '../module/module.queries.ts';
import { addContent } from './add-content.ts';
import { contentById } from './content.queries.ts';
import { editItem } from './edit-item.ts';
import type { Item } from './item.entity.ts';
import type { CreateItemInput, UpdateItemInput } from './item.input.ts';
import type { NewItem } from './item-kind.ts';

/** What every create mutation of a kind does once it has checked its own fields. */
export function createItem(ctx: Context, input: CreateItemInput, make: (em: EntityManager) => Promise<NewItem> | NewItem) {
  return mutate(
    ctx,
    once(ctx, input, async (em) =>
      addContent(em, {
        ...(await make(em)),
        moduleId: input.moduleId,
        position: input.position,
        status: input.status,
        ownerId: viewerId(ctx),
      }),
    ),
    async (id) => {
      const content = await contentById(ctx, id);
      return { content, module: content && (await moduleById(ctx, content.moduleId)) };
    },
  );
}

/** What every update mutation of a kind does; `edit` answers the files that the item shows from now on. */
export function updateItem<Kind extends Item>(
  ctx: Context,
  kind: Constructor<Kind>,
  input: UpdateItemInput,
  edit: (item: Kind, em: EntityManager) => Promise<readonly string[]> | readonly string[],
) {
  return mutate(
    ctx,
    (em) => editItem(em, kind, { ...input, by: viewerId(ctx), edit: (item) => edit(item, em) }),
    async (id) => ({ content: await contentById(ctx, id) }),
  );
}
