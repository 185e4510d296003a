import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { User } from '../user/user.entity.ts';
import { canManageUsers } from '../user/user.policy.ts';
import type { UserRow } from '../user/user.queries.ts';
import { createToken } from './create-token.ts';
import { Token } from './token.entity.ts';
import { CreateTokenInput, CreateTokenPayload, RevokeTokenInput, RevokeTokenPayload } from './token.input.ts';
import { canRevokeToken } from './token.policy.ts';
import { theToken, tokenById, tokenFacts, type TokenRow, tokensOfAll, tokensOfUser } from './token.queries.ts';
import { TokenListArgs } from './token-list.input.ts';

const TokenConnection = connectionType('Token', () => Token);

@Resolver(() => Token)
export class TokenResolver {
  @Mutation(() => CreateTokenPayload, {
    nullable: true,
    description: 'Makes a personal access token of the viewer; at most 50 are good at a time.',
  })
  @Access({ scope: 'session', rule: signedIn })
  createToken(@Arg('input', () => CreateTokenInput, { description: 'The token.' }) input: CreateTokenInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      (em) => createToken(em, viewerId(ctx), input),
      async ({ id, secret }) => ({ token: await tokenById(ctx, id), secret }),
    );
  }

  @Query(() => TokenConnection, { description: 'The tokens of all people that were not revoked, for who manages accounts.' })
  @Access({ scope: 'session', rule: canManageUsers })
  tokens(@Args(() => TokenListArgs) args: TokenListArgs, @Ctx() ctx: Context) {
    return tokensOfAll(ctx, args);
  }

  @FieldResolver(() => User, { description: 'Whose it is.' })
  user(@Root() { userId }: TokenRow) {
    return { id: userId } satisfies UserRow;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may revoke it.' })
  async viewerCanRevoke(@Root() token: TokenRow, @Ctx() ctx: Context) {
    return canRevokeToken(ctx.viewer, await tokenFacts(ctx, token));
  }

  @Mutation(() => RevokeTokenPayload, {
    nullable: true,
    description:
      "Ends a token at once, its live streams within a second: one of one's own, or, for who manages accounts, one of somebody who may do no more than they.",
  })
  @Access({ scope: 'session', on: theToken('input.id'), rule: canRevokeToken })
  revokeToken(@Arg('input', () => RevokeTokenInput, { description: 'The token.' }) input: RevokeTokenInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => {
        const token = await em.findOneOrFail(Token, uuidOf('Token', input.id));
        token.revoke(new Date());
        return token.userId;
      },
      (userId) => {
        // Other processes hear of it from the database; this one need not wait for that.
        ctx.services.viewers.forget(userId);
        return { revokedTokenId: input.id };
      },
    );
  }
}

/** What tokens add to a person. */
@Resolver(() => User)
export class UserTokensResolver {
  @FieldResolver(() => TokenConnection, {
    nullable: true,
    description: "Their personal access tokens that were not revoked, the newest first. Null unless one's own.",
  })
  @Access({ scope: 'session', rule: anyone })
  tokens(@Root() { id }: UserRow, @Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    return ctx.viewer?.userId === id ? tokensOfUser(ctx, id, args) : null;
  }
}
