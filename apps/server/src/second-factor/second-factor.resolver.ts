import { signInCodeRule } from '@cursus/rules/account';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, anyone, signedIn, viewerId } from '../kernel/authorize.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { checked } from '../kernel/input-rules.ts';
import { mutate } from '../kernel/mutation.ts';
import { takeTurn } from '../kernel/throttle.ts';
import { checkOwnPassword } from '../password/check-own-password.ts';
import { recordEvent } from '../security-event/record-event.ts';
import { SecurityEventKind } from '../security-event/security-event.entity.ts';
import { User } from '../user/user.entity.ts';
import { fromTheSchool, lockedAccount } from '../user/manage-account.ts';
import { canManageAccount, canSeeAccount } from '../user/user.policy.ts';
import { theAccount, userById, type UserRow } from '../user/user.queries.ts';
import { enableSecondFactor, offerSecondFactor, removeSecondFactor, replaceRecoveryCodes, requireCode } from './enable-second-factor.ts';
import {
  BothFactorsInput,
  CreateRecoveryCodesPayload,
  DisableSecondFactorPayload,
  EnableSecondFactorInput,
  EnableSecondFactorPayload,
  OfferSecondFactorInput,
  OfferSecondFactorPayload,
  ResetSecondFactorInput,
  ResetSecondFactorPayload,
  SecondFactorState,
} from './second-factor.input.ts';
import { secondFactorOf } from './second-factor.queries.ts';

const itself = async (ctx: Context) => ({ viewer: await userById(ctx, viewerId(ctx)) });

@Resolver()
export class SecondFactorResolver {
  @Mutation(() => OfferSecondFactorPayload, {
    nullable: true,
    description: 'What an app needs to give codes for the account. Nothing changes until enableSecondFactor is sent one.',
  })
  @Access({ scope: 'session', rule: signedIn })
  async offerSecondFactor(
    @Arg('input', () => OfferSecondFactorInput, { description: 'Who.' }) input: OfferSecondFactorInput,
    @Ctx() ctx: Context,
  ) {
    return this.#withPassword(
      ctx,
      input.password,
      (em) => offerSecondFactor(em, ctx),
      (offer) => offer,
    );
  }

  @Mutation(() => EnableSecondFactorPayload, {
    nullable: true,
    description: 'Signing in takes a code from now on. Sessions that are open go on.',
  })
  @Access({ scope: 'session', rule: signedIn })
  async enableSecondFactor(
    @Arg('input', () => EnableSecondFactorInput, { description: 'That the app works.' }) input: EnableSecondFactorInput,
    @Ctx() ctx: Context,
  ) {
    return this.#withPassword(
      ctx,
      input.password,
      (em) => enableSecondFactor(em, ctx, checked(signInCodeRule, input).code),
      async (recoveryCodes) => ({ recoveryCodes, ...(await itself(ctx)) }),
    );
  }

  @Mutation(() => CreateRecoveryCodesPayload, {
    nullable: true,
    description: 'Makes ten new recovery codes; those before are good for nothing.',
  })
  @Access({ scope: 'session', rule: signedIn })
  async createRecoveryCodes(@Arg('input', () => BothFactorsInput, { description: 'Who.' }) input: BothFactorsInput, @Ctx() ctx: Context) {
    const make = async (em: EntityManager) => {
      await requireCode(em, ctx, checked(signInCodeRule, input).code);
      recordEvent(em, ctx, viewerId(ctx), SecurityEventKind.RECOVERY_CODES_MADE);
      return replaceRecoveryCodes(em, viewerId(ctx));
    };
    return this.#withPassword(ctx, input.password, make, async (recoveryCodes) => ({ recoveryCodes, ...(await itself(ctx)) }));
  }

  @Mutation(() => DisableSecondFactorPayload, { nullable: true, description: 'Signing in takes the password alone from now on.' })
  @Access({ scope: 'session', rule: signedIn })
  async disableSecondFactor(@Arg('input', () => BothFactorsInput, { description: 'Who.' }) input: BothFactorsInput, @Ctx() ctx: Context) {
    const disable = async (em: EntityManager) => {
      await requireCode(em, ctx, checked(signInCodeRule, input).code);
      await removeSecondFactor(em, ctx, viewerId(ctx));
    };
    return this.#withPassword(ctx, input.password, disable, () => itself(ctx));
  }

  @Mutation(() => ResetSecondFactorPayload, {
    nullable: true,
    description: "Takes another's second factor away, for who lost the app and the recovery codes. They are told by a mail.",
  })
  @Access({ scope: 'session', on: theAccount('input.userId'), rule: canManageAccount })
  resetSecondFactor(
    @Arg('input', () => ResetSecondFactorInput, { description: 'Whose.' }) input: ResetSecondFactorInput,
    @Ctx() ctx: Context,
  ) {
    const userId = uuidOf('User', input.userId);
    return mutate(
      ctx,
      async (em) => {
        await lockedAccount(em, ctx, { id: userId, rule: canManageAccount });
        await removeSecondFactor(em, { services: ctx.services, ...fromTheSchool(ctx) }, userId);
      },
      async () => ({ user: await userById(ctx, userId) }),
    );
  }

  /** Whoever changes how one signs in knows the password. */
  async #withPassword<Done, Fields extends object>(
    ctx: Context,
    password: string,
    act: (em: EntityManager) => Promise<Done>,
    answer: (done: Done) => Promise<Fields> | Fields,
  ) {
    await takeTurn(ctx.db, [{ key: `second factor of ${viewerId(ctx)}`, allowance: { atOnce: 20, secondsEach: 30 } }]);
    const refusal = await checkOwnPassword(ctx, password);
    const actIfRight = (em: EntityManager) => {
      if (refusal !== null) throw refusal;
      return act(em);
    };
    return mutate(ctx, actIfRight, answer);
  }
}

/** What a second factor adds to a person. */
@Resolver(() => User)
export class UserSecondFactorResolver {
  @FieldResolver(() => SecondFactorState, {
    nullable: true,
    description: "Their second factor; null when signing in takes the password alone. Null unless one's own, or to who manages accounts.",
  })
  @Access({ scope: 'session', rule: anyone })
  secondFactor(@Root() user: UserRow, @Ctx() ctx: Context) {
    return canSeeAccount(ctx.viewer, user) ? secondFactorOf(ctx, user.id) : null;
  }
}
