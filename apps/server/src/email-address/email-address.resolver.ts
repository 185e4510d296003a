import { changeEmailRule } from '@cursus/rules/account';
import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { checked } from '../kernel/input-rules.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { networkOf } from '../kernel/rate-limit.ts';
import { takeTurn } from '../kernel/throttle.ts';
import { checkOwnPassword } from '../password/check-own-password.ts';
import { User } from '../user/user.entity.ts';
import { canSeeAccount } from '../user/user.policy.ts';
import { userById, type UserRow } from '../user/user.queries.ts';
import { changeEmail, confirmEmail, sendConfirmation } from './change-email.ts';

@InputType({ description: "Another address for one's own account." })
class ChangeEmailInput {
  @Field(() => String, { description: 'The new address. It takes the place of the old one once it is confirmed by the link of a mail.' })
  email!: string;

  @Field(() => String, { description: 'The password of the account.' })
  password!: string;
}

@InputType({ description: 'The link of a mail.' })
class ConfirmEmailInput {
  @Field(() => String, { description: 'What stands in the link behind `#`. It works once, and for seven days (LINK_OVER).' })
  secret!: string;
}

const viewer = { type: () => User, description: "One's own account." };
const ChangeEmailPayload = payloadType('ChangeEmailPayload', { viewer });
const SendEmailConfirmationPayload = payloadType('SendEmailConfirmationPayload', { viewer });
const ConfirmEmailPayload = payloadType('ConfirmEmailPayload', {});

/** Mails to one address of one person. */
const confirmations = (userId: string) => ({ key: `confirmation of ${userId}`, allowance: { atOnce: 5, secondsEach: 300 } });

@Resolver()
export class EmailAddressResolver {
  @Mutation(() => ChangeEmailPayload, {
    nullable: true,
    description: 'Names another e-mail address: it is used once it is confirmed, and the old address is told. Too often is RATE_LIMITED.',
  })
  @Access({ scope: 'session', rule: signedIn })
  async changeEmail(@Arg('input', () => ChangeEmailInput, { description: 'The address.' }) input: ChangeEmailInput, @Ctx() ctx: Context) {
    const refusal = await checkOwnPassword(ctx, input.password);
    return mutate(
      ctx,
      async (em) => {
        const { email } = checked(changeEmailRule, input);
        if (refusal !== null) throw refusal;
        await takeTurn(em.getKysely(), [confirmations(viewerId(ctx))]);
        await changeEmail(em, ctx, { userId: viewerId(ctx), email });
      },
      async () => ({ viewer: await userById(ctx, viewerId(ctx)) }),
    );
  }

  @Mutation(() => SendEmailConfirmationPayload, {
    nullable: true,
    description: 'Sends the link that confirms the address once more. Too often is RATE_LIMITED.',
  })
  @Access({ scope: 'session', rule: signedIn })
  sendEmailConfirmation(@Ctx() ctx: Context) {
    return mutate(
      ctx,
      async (em) => {
        await takeTurn(em.getKysely(), [confirmations(viewerId(ctx))]);
        await sendConfirmation(em, ctx);
      },
      async () => ({ viewer: await userById(ctx, viewerId(ctx)) }),
    );
  }

  @Mutation(() => ConfirmEmailPayload, {
    nullable: true,
    description: 'Confirms an address by the link of a mail: it is that of the account from then on, and good for signing in.',
  })
  @Access({ scope: 'session', rule: anyone })
  async confirmEmail(@Arg('input', () => ConfirmEmailInput, { description: 'The link.' }) input: ConfirmEmailInput, @Ctx() ctx: Context) {
    await takeTurn(ctx.db, [{ key: `link from ${networkOf(ctx.request.address)}`, allowance: { atOnce: 60, secondsEach: 10 } }]);
    return mutate(
      ctx,
      (em) => confirmEmail(em, ctx, input.secret),
      () => ({}),
    );
  }
}

/** What confirming adds to a person. */
@Resolver(() => User)
export class UserEmailResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether the address is confirmed, and good for signing in. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  async isEmailConfirmed(@Root() user: UserRow, @Ctx() ctx: Context) {
    if (!canSeeAccount(ctx.viewer, user)) return null;
    const account = await userById(ctx, user.id);
    return account === null ? null : account.emailConfirmedAt !== null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Another address that waits to be confirmed. Null unless one's own, or for who manages accounts.",
  })
  @Access({ scope: 'profile:read', rule: anyone })
  async newEmail(@Root() user: UserRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, user) ? ((await userById(ctx, user.id))?.newEmail ?? null) : null;
  }
}
