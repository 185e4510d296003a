import { randomUUID } from 'node:crypto';
import { invitationRule } from '@cursus/rules/account';
import { Arg, Args, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { once, RepeatableInput } from '../kernel/idempotency.ts';
import { checked } from '../kernel/input-rules.ts';
import { mutate, payloadType } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { sendLetter } from '../mail/letter.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { Invitation } from './invitation.entity.ts';
import { canRevokeInvitation } from './invitation.policy.ts';
import { invitationById, invitationsVisibleTo, theInvitation } from './invitation.queries.ts';
import { invitationLetter } from './invitation-letter.ts';

const goodForDays = 14;

@InputType({ description: 'Who is invited.' })
class CreateInvitationInput extends RepeatableInput {
  @Field(() => String, { description: 'The e-mail address that the invitation is sent to.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'The language of the mail (ISO 639-1); absent: `en`.' })
  language?: string | null;
}

@InputType({ description: 'Which invitation is taken back.' })
class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  id!: string;
}

const CreateInvitationPayload = payloadType('CreateInvitationPayload', {
  invitation: { type: () => Invitation, description: 'The invitation. Its secret is in the mail alone.' },
});
const RevokeInvitationPayload = payloadType('RevokeInvitationPayload', {
  revokedInvitationId: { type: () => ID, description: 'The id of the invitation that is good for nothing any more.' },
});
const InvitationConnection = connectionType('Invitation', () => Invitation);

@Resolver()
export class InvitationResolver {
  @Query(() => InvitationConnection, { description: 'The invitations that were not taken back, the newest first.' })
  @Access({ scope: 'session', rule: canManageUsers })
  invitations(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context) {
    return invitationsVisibleTo(ctx, args);
  }

  @Mutation(() => CreateInvitationPayload, {
    nullable: true,
    description: `Sends somebody a link by which they make an account, once and within ${goodForDays} days.`,
  })
  @Access({ scope: 'session', rule: canManageUsers })
  createInvitation(@Arg('input', () => CreateInvitationInput, { description: 'Who.' }) input: CreateInvitationInput, @Ctx() ctx: Context) {
    return mutate(
      ctx,
      once(ctx, input, async (em) => {
        const { email } = checked(invitationRule, input);
        const expiresAt = new Date(Date.now() + goodForDays * 86_400_000);
        const language = input.language === 'fr' ? 'fr' : 'en';
        const invitation = new Invitation({ id: randomUUID(), email, inviterId: viewerId(ctx), language, expiresAt });
        await em.persist(invitation).flush();
        await sendLetter({ em, services: ctx.services }, invitationLetter, { invitationId: invitation.id });
        return invitation.id;
      }),
      async (id) => ({ invitation: await invitationById(ctx, id) }),
    );
  }

  @Mutation(() => RevokeInvitationPayload, {
    nullable: true,
    description: 'Takes an invitation back; an account that was made by it stays.',
  })
  @Access({ scope: 'session', on: theInvitation, rule: canRevokeInvitation })
  revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, { description: 'Which.' }) input: RevokeInvitationInput,
    @Ctx() ctx: Context,
  ) {
    return mutate(
      ctx,
      async (em) => {
        const invitation = await em.findOneOrFail(Invitation, uuidOf('Invitation', input.id));
        invitation.revokedAt ??= new Date();
      },
      () => ({ revokedInvitationId: input.id }),
    );
  }
}
