import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { payloadType } from '../kernel/mutation.ts';
import { User } from '../user/user.entity.ts';

@ObjectType({ description: 'That signing in takes a code of an app (TOTP, RFC 6238) beside the password.' })
export class SecondFactorState {
  @Field(() => Boolean, { simple: true, description: 'Always true: what is not enabled is null.' })
  isEnabled!: boolean;

  @Field(() => Int, { simple: true, description: 'How many recovery codes are left, of ten.' })
  recoveryCodes!: number;
}

@InputType({ description: 'Who asks for a second factor.' })
export class OfferSecondFactorInput {
  @Field(() => String, { description: 'The password of the account.' })
  password!: string;
}

@InputType({ description: 'That the app works.' })
export class EnableSecondFactorInput {
  @Field(() => String, { description: 'The password of the account.' })
  password!: string;

  @Field(() => String, { description: 'The six digits that the app shows.' })
  code!: string;
}

@InputType({ description: 'Who is asking, by both factors.' })
export class BothFactorsInput {
  @Field(() => String, { description: 'The password of the account.' })
  password!: string;

  @Field(() => String, { description: 'The six digits that the app shows, or a recovery code, which is used up.' })
  code!: string;
}

@InputType({ description: 'Whose second factor goes.' })
export class ResetSecondFactorInput {
  @Field(() => ID, { description: 'The person. Somebody who may do more than the viewer is FORBIDDEN.' })
  userId!: string;
}

const viewer = { type: () => User, description: "One's own account." };
const recoveryCodes = {
  type: () => [String],
  description: 'Ten codes, each good once in place of the app. They are shown this once and kept nowhere: put them on paper.',
};
export const OfferSecondFactorPayload = payloadType('OfferSecondFactorPayload', {
  secret: { type: () => String, description: 'What the app is told, in Base32, for who cannot scan.' },
  uri: { type: () => String, description: 'The same as an otpauth:// address, for a QR code.' },
});
export const EnableSecondFactorPayload = payloadType('EnableSecondFactorPayload', { recoveryCodes, viewer });
export const CreateRecoveryCodesPayload = payloadType('CreateRecoveryCodesPayload', { recoveryCodes, viewer });
export const DisableSecondFactorPayload = payloadType('DisableSecondFactorPayload', { viewer });
export const ResetSecondFactorPayload = payloadType('ResetSecondFactorPayload', {
  user: { type: () => User, description: 'Who signs in by the password alone now.' },
});
