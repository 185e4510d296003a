import { randomUUID } from 'node:crypto';
import { invitationRule } from '@cursus/rules/account';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { Access, viewerId } from '../kernel/authorize.ts';
import { connectionType } from '../kernel/connection.ts';
import { uuidOf } from '../kernel/global-id.ts';
import { once } from '../kernel/idempotency.ts';
import { checked } from '../kernel/input-rules.ts';
import { mutate } from '../kernel/mutation.ts';
import { sendLetter } from '../mail/letter.ts';
import { canManageUsers } from '../user/user.policy.ts';
import { Invitation } from './invitation.entity.ts';
import {
  CreateInvitationInput,
  CreateInvitationPayload,
  InvitationsArgs,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from './invitation.input.ts';
import { canRevokeInvitation } from './invitation.policy.ts';
import { invitationById, invitationsVisibleTo, theInvitation } from './invitation.queries.ts';
import { invitationLetter } from './invitation-letter.ts';

const goodForDays = 14;

const InvitationConnection = connectionType('Invitation', () => Invitation);

@Resolver()
export class InvitationResolver {
  @Query(() => InvitationConnection, { description: 'The invitations that were not taken back.' })
  @Access({ scope: 'user:read', rule: canManageUsers })
  invitations(@Args(() => InvitationsArgs) args: InvitationsArgs, @Ctx() ctx: Context) {
    return invitationsVisibleTo(ctx, args);
  }

  @Mutation(() => CreateInvitationPayload, {
    nullable: true,
    description: `Sends somebody a link by which they make an account, once and within ${goodForDays} days.`,
  })
  @Access({ scope: 'user:write', rule: canManageUsers })
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
  @Access({ scope: 'user:write', on: theInvitation, rule: canRevokeInvitation })
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
