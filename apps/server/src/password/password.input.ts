import { Field, ID, InputType } from 'type-graphql';
import { payloadType } from '../kernel/mutation.ts';
import { User } from '../user/user.entity.ts';

@InputType({ description: "A new password for one's own account." })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password until now.' })
  password!: string;

  @Field(() => String, { description: '8 to 128 characters; common ones are refused (TOO_COMMON).' })
  newPassword!: string;
}

@InputType({ description: "A new password for another's account." })
export class SetPasswordInput {
  @Field(() => ID, { description: 'Whose. Somebody who may do more than the viewer is FORBIDDEN.' })
  userId!: string;

  @Field(() => String, { description: '8 to 128 characters; common ones are refused (TOO_COMMON).' })
  password!: string;
}

@InputType({ description: 'Who forgot a password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'Username or e-mail address.' })
  login!: string;
}

@InputType({ description: 'A new password by the link of a mail.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'What stands in the link behind `#`. It works once, and for one hour (LINK_OVER).' })
  secret!: string;

  @Field(() => String, { description: '8 to 128 characters; common ones are refused (TOO_COMMON), which does not use the link up.' })
  password!: string;
}

export const ChangePasswordPayload = payloadType('ChangePasswordPayload', {});
export const SetPasswordPayload = payloadType('SetPasswordPayload', {
  user: { type: () => User, description: 'Whose password was set.' },
});
export const RequestPasswordResetPayload = payloadType('RequestPasswordResetPayload', {});
export const ResetPasswordPayload = payloadType('ResetPasswordPayload', {});
