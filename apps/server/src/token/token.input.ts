import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { payloadType } from '../kernel/mutation.ts';
import { Scope } from './scope.ts';
import { Token } from './token.entity.ts';

@InputType({ description: 'A new personal access token of the viewer.' })
export class CreateTokenInput {
  @Field(() => String, { description: 'What it is for, to know it by: 1 to 100 characters.' })
  name!: string;

  @Field(() => [Scope], { description: 'What it may be used for: one scope at least.' })
  scopes!: Scope[];

  @Field(() => DateTime, { description: 'Until when it is good: within a year.' })
  expiresAt!: Date;
}

@InputType({ description: 'Which token ends.' })
export class RevokeTokenInput {
  @Field(() => ID, { description: 'The token.' })
  id!: string;
}

export const CreateTokenPayload = payloadType('CreateTokenPayload', {
  token: { type: () => Token, description: 'The token.' },
  secret: {
    type: () => String,
    description: 'What the program sends. It is shown this once and kept nowhere: put it where nobody reads it.',
  },
});
export const RevokeTokenPayload = payloadType('RevokeTokenPayload', {
  revokedTokenId: { type: () => ID, description: 'The id of the token that is good for nothing any more.' },
});
