import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { PageArgs } from '../kernel/paging.ts';

export enum UserOrderField {
  NAME = 'name',
  USERNAME = 'username',
  EMAIL = 'email',
  CREATED_AT = 'createdAt',
  LAST_SIGNED_IN_AT = 'lastSignedInAt',
}
registerEnumType(UserOrderField, {
  name: 'UserOrderField',
  description: 'By what accounts are ordered.',
  valuesConfig: {
    NAME: { description: 'By last name, then first name, as a reader expects it: accents and case apart.' },
    USERNAME: { description: 'By username.' },
    EMAIL: { description: 'By e-mail address.' },
    CREATED_AT: { description: 'By the moment in which the account was made.' },
    LAST_SIGNED_IN_AT: { description: 'By the last time somebody signed in to it: ascending, those to which nobody ever did come first.' },
  },
});

const UserOrder = orderType<UserOrderField>('User', UserOrderField);

@InputType({ description: 'Which accounts: those that fit all that is given.' })
export class UserFilter {
  @Field(() => ID, { nullable: true, description: 'Those in this group.' })
  groupId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that are suspended, or those that are not.' })
  isSuspended?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those whose e-mail address is confirmed, or those whose is not.' })
  isEmailConfirmed?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Superusers, or everybody else.' })
  isSuperuser?: boolean | null;
}

@ArgsType()
export class UsersArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, a username or an e-mail address, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => UserFilter, { nullable: true, description: 'Which; absent: all.' })
  filter?: UserFilter | null;

  @Field(() => [UserOrder], { nullable: true, description: 'The order; absent: by name.' })
  orderBy?: AskedOrder<UserOrderField>[] | null;
}
