import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { mutate } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';
import { createToken } from './create-token.ts';
import { Token } from './token.entity.ts';
import { CreateTokenInput, CreateTokenPayload, RevokeTokenInput, RevokeTokenPayload } from './token.input.ts';
import { ownsToken } from './token.policy.ts';
import { theToken, tokenById, tokensOfUser } from './token.queries.ts';

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

  @Mutation(() => RevokeTokenPayload, { nullable: true, description: 'Ends a token at once, its live streams within a second.' })
  @Access({ scope: 'session', on: theToken('input.id'), rule: ownsToken })
  revokeToken(@Arg('input', () => RevokeTokenInput, { description: 'The token.' }) input: RevokeTokenInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => (await em.findOneOrFail(Token, uuidOf('Token', input.id))).revoke(new Date()),
      () => {
        // Other processes hear of it from the database; this one need not wait for that.
        ctx.services.viewers.forget(viewerId(ctx));
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
