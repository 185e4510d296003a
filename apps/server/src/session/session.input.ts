import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { payloadType } from '../kernel/mutation.ts';
import { User } from '../user/user.entity.ts';
import type { UserRow } from '../user/user.queries.ts';

export enum SignUpPolicy {
  OPEN = 'open',
  INVITATION = 'invitation',
  CLOSED = 'closed',
}
registerEnumType(SignUpPolicy, {
  name: 'SignUpPolicy',
  description: 'Whether this installation takes new accounts.',
  valuesConfig: {
    OPEN: { description: 'Anybody signs up.' },
    INVITATION: { description: 'Whoever has the link of an invitation signs up.' },
    CLOSED: { description: 'Accounts are made by administrators.' },
  },
});

@InputType({ description: 'A new account.' })
export class SignUpInput {
  @Field(() => String, { description: 'Unique: 3 to 40 of a to z, digits, `.`, `_` and `-`.' })
  username!: string;

  @Field(() => String, { description: 'Good for signing in once it is confirmed by the link of a mail.' })
  email!: string;

  @Field(() => String, { description: '8 to 128 characters; common ones are refused (TOO_COMMON).' })
  password!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  firstName!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  lastName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language to read in (ISO 639-1); absent: that of the browser, and English in mails.',
  })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'The time zone (IANA); absent: that of the device.' })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret of an invitation, where sign-up is by invitation. It works once (LINK_OVER).',
  })
  invitation?: string | null;
}

@InputType({ description: 'Who signs in.' })
export class SignInInput {
  @Field(() => String, { description: 'Username, or a confirmed e-mail address.' })
  login!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;
}

@InputType({ description: 'The second step of signing in.' })
export class CompleteSignInInput {
  @Field(() => String, { description: '`challenge.secret` of the first step.' })
  challenge!: string;

  @Field(() => String, { description: 'The six digits that the app shows, or a recovery code, which is used up.' })
  code!: string;
}

@InputType({ description: 'Which session ends.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session.' })
  id!: string;
}

@ObjectType({
  description:
    'What a program sends as `Authorization: Bearer …`. Browsers get a refresh token beside it, in a cookie that no script reads.',
})
export class Credentials {
  @Field(() => String, { simple: true, description: 'Good for ten minutes.' })
  accessToken!: string;

  @Field(() => DateTime, { simple: true, description: 'Until when.' })
  expiresAt!: Date;

  @Field(() => User, { simple: true, description: 'Who is signed in by it.' })
  viewer!: UserRow | null;
}

@ObjectType({ description: 'The password was right; what is still asked for is a code of the second factor.' })
class SignInChallenge {
  @Field(() => String, { simple: true, description: 'For completeSignIn.' })
  secret!: string;

  @Field(() => DateTime, { simple: true, description: 'Until when; then begin again.' })
  expiresAt!: Date;
}

const credentials = { type: () => Credentials, description: 'Null when nobody is signed in.' };
export const SignUpPayload = payloadType('SignUpPayload', { credentials });
export const SignInPayload = payloadType('SignInPayload', {
  credentials,
  challenge: { type: () => SignInChallenge, description: 'Not null when the account has a second factor: then credentials are null.' },
});
export const CompleteSignInPayload = payloadType('CompleteSignInPayload', { credentials });
export const RefreshSessionPayload = payloadType('RefreshSessionPayload', { credentials });
export const SignOutPayload = payloadType('SignOutPayload', {});
export const EndSessionPayload = payloadType('EndSessionPayload', {
  endedSessionId: { type: () => ID, description: 'The id of the session that is over.' },
});
export const EndOtherSessionsPayload = payloadType('EndOtherSessionsPayload', {
  ended: { type: () => Int, description: 'How many sessions ended.' },
});
