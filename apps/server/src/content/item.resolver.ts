import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { Content } from './content.entity.ts';
import { contentById } from './content.queries.ts';
import { Item } from './item.entity.ts';
import type { ItemRow } from './item.queries.ts';

@Resolver(() => Item)
export class ItemResolver {
  @FieldResolver(() => Content, { description: 'The place in which it stands.' })
  content(@Root() { id }: ItemRow, @Ctx() ctx: Context) {
    return contentById(ctx, id);
  }

  @FieldResolver(() => User, { description: 'Who made it.' })
  owner(@Root() { ownerId }: ItemRow) {
    return { id: ownerId } satisfies UserRow;
  }
}
