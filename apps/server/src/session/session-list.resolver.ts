import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { PageArgs } from '../kernel/paging.ts';
import { User } from '../user/user.entity.ts';
import { canManageUsers } from '../user/user.policy.ts';
import type { UserRow } from '../user/user.queries.ts';
import { Session } from './session.entity.ts';
import { canEndSession } from './session.policy.ts';
import { sessionFacts, type SessionRow, sessionsOfAll, sessionsOfViewer } from './session.queries.ts';
import { SessionListArgs } from './session-list.input.ts';

const SessionConnection = connectionType('Session', () => Session);

@Resolver(() => Session)
export class SessionListResolver {
  @Query(() => SessionConnection, { description: 'The sessions of all people that are in force, for who manages accounts.' })
  @Access({ scope: 'session', rule: canManageUsers })
  sessions(@Args(() => SessionListArgs) args: SessionListArgs, @Ctx() ctx: Context) {
    return sessionsOfAll(ctx, args);
  }

  @FieldResolver(() => User, { description: 'Whose it is.' })
  user(@Root() { userId }: SessionRow) {
    return { id: userId } satisfies UserRow;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may end it.' })
  async viewerCanEnd(@Root() session: SessionRow, @Ctx() ctx: Context) {
    return canEndSession(ctx.viewer, await sessionFacts(ctx, session));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the session that asks.' })
  isCurrent(@Root() { id }: SessionRow, @Ctx() ctx: Context) {
    return ctx.viewer?.sessionId === id;
  }
}

/** What sessions add to a person. */
@Resolver(() => User)
export class UserSessionsResolver {
  @FieldResolver(() => SessionConnection, {
    nullable: true,
    description: "Their sessions that are in force, the last seen first. Null unless one's own.",
  })
  @Access({ scope: 'session', rule: anyone })
  sessions(@Root() { id }: UserRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    return ctx.viewer?.userId === id ? sessionsOfViewer(ctx, args) : null;
  }
}
