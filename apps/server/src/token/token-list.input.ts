import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { PageArgs } from '../kernel/paging.ts';
import { Scope } from './scope.ts';

export enum TokenOrderField {
  CREATED_AT = 'createdAt',
  EXPIRES_AT = 'expiresAt',
  LAST_USED_AT = 'usedAt',
  NAME = 'name',
}
registerEnumType(TokenOrderField, {
  name: 'TokenOrderField',
  description: 'By what tokens are ordered.',
  valuesConfig: {
    CREATED_AT: { description: 'By the moment in which it was made.' },
    EXPIRES_AT: { description: 'By the moment until which it is good.' },
    LAST_USED_AT: { description: 'By the moment of its last use; one that was never used stands before all others, ascending.' },
    NAME: { description: 'By what its owner calls it, as a reader expects it: accents and case apart.' },
  },
});

const TokenOrder = orderType<TokenOrderField>('Token', TokenOrderField);

@InputType({ description: 'Which tokens: those that meet all that is given.' })
export class TokenFilter {
  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  userId?: string | null;

  @Field(() => Scope, { nullable: true, description: 'That hold this scope.' })
  scope?: Scope | null;

  @Field(() => Boolean, { nullable: true, description: 'That have expired, or that are still good.' })
  isExpired?: boolean | null;
}

@ArgsType()
export class TokenListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of what it is called, or of the name, username or e-mail address of its owner, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => TokenFilter, { nullable: true, description: 'Which of them.' })
  filter?: TokenFilter | null;

  @Field(() => [TokenOrder], { nullable: true, description: 'The order: the newest first unless it is given.' })
  orderBy?: AskedOrder<TokenOrderField>[] | null;
}
