import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { connectionType, listed } from '../kernel/connection.ts';
import { OrderDirection, type OrderKey, PageArgs } from '../kernel/paging.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { SecurityEvent } from './security-event.entity.ts';
import { selectSecurityEvents } from './security-event.queries.ts';

const SecurityEventConnection = connectionType('SecurityEvent', () => SecurityEvent);

const newestFirst: readonly OrderKey[] = [
  { column: 'at', type: 'timestamptz', direction: OrderDirection.DESC },
  { column: 'id', type: 'uuid', direction: OrderDirection.ASC },
];

/** What the log of their security adds to a person. */
@Resolver(() => User)
export class UserSecurityEventsResolver {
  @FieldResolver(() => SecurityEventConnection, {
    nullable: true,
    description: "What happened to the account in the last year, the newest first. Null unless one's own.",
  })
  @Access({ scope: 'session', rule: anyone })
  securityEvents(@Root() { id }: UserRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    return ctx.viewer?.userId === id ? listed(ctx.db, selectSecurityEvents(ctx), newestFirst, args) : null;
  }
}
