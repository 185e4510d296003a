import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { RepeatableInput } from '../kernel/idempotency.ts';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { payloadType } from '../kernel/mutation.ts';
import { PageArgs } from '../kernel/paging.ts';
import { Invitation } from './invitation.entity.ts';

export enum InvitationOrderField {
  CREATED_AT = 'createdAt',
  EMAIL = 'email',
}
registerEnumType(InvitationOrderField, {
  name: 'InvitationOrderField',
  description: 'By what invitations are ordered.',
  valuesConfig: {
    CREATED_AT: { description: 'By the moment in which they were made.' },
    EMAIL: { description: 'By the address that they were sent to.' },
  },
});

const InvitationOrder = orderType<InvitationOrderField>('Invitation', InvitationOrderField);

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of the address, at most 200 characters: case and punctuation apart.' })
  search?: string | null;

  @Field(() => [InvitationOrder], { nullable: true, description: 'The order; absent: the newest first.' })
  orderBy?: AskedOrder<InvitationOrderField>[] | null;
}

@InputType({ description: 'Who is invited.' })
export class CreateInvitationInput extends RepeatableInput {
  @Field(() => String, { description: 'The e-mail address that the invitation is sent to.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'The language of the mail (ISO 639-1); absent: `en`.' })
  language?: string | null;
}

@InputType({ description: 'Which invitation is taken back.' })
export class RevokeInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  id!: string;
}

export const CreateInvitationPayload = payloadType('CreateInvitationPayload', {
  invitation: { type: () => Invitation, description: 'The invitation. Its secret is in the mail alone.' },
});
export const RevokeInvitationPayload = payloadType('RevokeInvitationPayload', {
  revokedInvitationId: { type: () => ID, description: 'The id of the invitation that is good for nothing any more.' },
});
