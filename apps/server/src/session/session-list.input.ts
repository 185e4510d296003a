import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { type AskedOrder, orderType } from '../kernel/list-order.ts';
import { PageArgs } from '../kernel/paging.ts';

export enum SessionOrderField {
  CREATED_AT = 'createdAt',
  LAST_SEEN_AT = 'lastSeenAt',
  NAME = 'name',
}
registerEnumType(SessionOrderField, {
  name: 'SessionOrderField',
  description: 'By what sessions are ordered.',
  valuesConfig: {
    CREATED_AT: { description: 'By the moment in which somebody signed in.' },
    LAST_SEEN_AT: { description: 'By the moment in which it was last used, to ten minutes.' },
    NAME: { description: 'By the name of the person, as a reader expects it: accents and case apart.' },
  },
});

const SessionOrder = orderType<SessionOrderField>('Session', SessionOrderField);

@InputType({ description: 'Which sessions: those that meet all that is given.' })
export class SessionFilter {
  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  userId?: string | null;

  @Field(() => String, { nullable: true, description: 'Last seen at exactly this network address.' })
  address?: string | null;
}

@ArgsType()
export class SessionListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name, username or e-mail address of the person, of the device or of the network address, at most 200 characters: accents, case and punctuation apart.',
  })
  search?: string | null;

  @Field(() => SessionFilter, { nullable: true, description: 'Which of them.' })
  filter?: SessionFilter | null;

  @Field(() => [SessionOrder], { nullable: true, description: 'The order: the last seen first unless it is given.' })
  orderBy?: AskedOrder<SessionOrderField>[] | null;
}
