import { changePasswordRule, forgottenLoginRule, resetPasswordRule } from '@cursus/rules/account';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { checked } from '../kernel/input-rules.ts';
import { mutate } from '../kernel/mutation.ts';
import { spendPassword } from '../kernel/password.ts';
import { networkOf } from '../kernel/rate-limit.ts';
import { takeTurn } from '../kernel/throttle.ts';
import { sendLetter } from '../mail/letter.ts';
import { canManageAccount } from '../user/user.policy.ts';
import { theAccount, userById } from '../user/user.queries.ts';
import { changePassword, setPassword } from './change-password.ts';
import { checkOwnPassword } from './check-own-password.ts';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  SetPasswordInput,
  SetPasswordPayload,
} from './password.input.ts';
import { passwordResetLetter } from './password-reset-letter.ts';
import { resetPassword } from './reset-password.ts';

@Resolver()
export class PasswordResolver {
  @Mutation(() => ChangePasswordPayload, {
    nullable: true,
    description: "Changes one's own password. This session goes on, every other one of the account ends within a second.",
  })
  @Access({ scope: 'session', rule: signedIn })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The old one and the new one.' }) input: ChangePasswordInput,
    @Ctx() ctx: Context,
  ) {
    const refusal = await checkOwnPassword(ctx, input.password);
    return mutate(
      ctx,
      async (em) => {
        if (refusal !== null) throw refusal;
        await changePassword(em, ctx, checked(changePasswordRule, input).newPassword);
      },
      () => {
        ctx.services.viewers.forget(viewerId(ctx));
        return {};
      },
    );
  }

  @Mutation(() => SetPasswordPayload, {
    nullable: true,
    description: 'Sets a new password without the old one. Every session of the account ends, and its owner is told by a mail.',
  })
  @Access({ scope: 'session', on: theAccount('input.userId'), rule: canManageAccount })
  setPassword(@Arg('input', () => SetPasswordInput, { description: 'Whose, and which.' }) input: SetPasswordInput, @Ctx() ctx: Context) {
    spendPassword(ctx);
    const userId = uuidOf('User', input.userId);
    return mutate(
      ctx,
      (em) => setPassword(em, ctx, { userId, ...checked(resetPasswordRule, input) }),
      async () => {
        ctx.services.viewers.forget(userId);
        return { user: await userById(ctx, userId) };
      },
    );
  }

  @Mutation(() => RequestPasswordResetPayload, {
    nullable: true,
    description:
      'Sends a mail with a link to choose a new password, if there is such an account: the answer is the same when there is none. ' +
      'Asked for too often, it is RATE_LIMITED.',
  })
  @Access({ scope: 'session', rule: anyone })
  requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'Who.' }) input: RequestPasswordResetInput,
    @Ctx() ctx: Context,
  ) {
    return mutate(
      ctx,
      async (em) => {
        const { login } = checked(forgottenLoginRule, input);
        await takeTurn(em.getKysely(), [
          { key: `reset from ${networkOf(ctx.request.address)}`, allowance: { atOnce: 60, secondsEach: 20 } },
          { key: `reset of ${login}`, allowance: { atOnce: 5, secondsEach: 600 } },
        ]);
        await sendLetter({ em, services: ctx.services }, passwordResetLetter, { login });
      },
      () => ({}),
    );
  }

  @Mutation(() => ResetPasswordPayload, {
    nullable: true,
    description: 'Sets a new password by the link of a mail. Every session of the account ends; sign in with the new one.',
  })
  @Access({ scope: 'session', rule: anyone })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the password.' }) input: ResetPasswordInput,
    @Ctx() ctx: Context,
  ) {
    spendPassword(ctx);
    await takeTurn(ctx.db, [{ key: `link from ${networkOf(ctx.request.address)}`, allowance: { atOnce: 60, secondsEach: 10 } }]);
    return mutate(
      ctx,
      (em) => resetPassword(em, ctx, { secret: input.secret, ...checked(resetPasswordRule, input) }),
      () => ({}),
    );
  }
}
