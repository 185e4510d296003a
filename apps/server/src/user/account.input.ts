import { Field, ID, InputType } from 'type-graphql';
import { RepeatableInput } from '../kernel/idempotency.ts';
import { payloadType } from '../kernel/mutation.ts';
import { User } from './user.entity.ts';

@InputType({ description: 'A new account for somebody, who is sent a link to choose a password.' })
export class CreateUserInput extends RepeatableInput {
  @Field(() => String, { description: "Unique, 3 to 40 characters: a to z, digits, '.', '_' and '-'." })
  username!: string;

  @Field(() => String, { description: 'Where the link is sent. TAKEN when another account has confirmed it.' })
  email!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  firstName!: string;

  @Field(() => String, { description: '1 to 100 characters.' })
  lastName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language of the person and of the mail (ISO 639-1); absent: that of their browser, and English in mails.',
  })
  language?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'The groups that they are in; absent: Students. To name some takes the permission GROUP_MANAGE (of a token, the scope `group:write`), and all that they allow: NOT_YOURS_TO_GIVE.',
  })
  groupIds?: string[] | null;
}

const theirs = 'Whose. Somebody who may do more than the viewer is FORBIDDEN.';

@InputType({ description: 'What changes in an account; absent fields stay.' })
export class UpdateUserInput {
  @Field(() => ID, { description: theirs })
  id!: string;

  @Field(() => String, { nullable: true, description: "Unique, 3 to 40 characters: a to z, digits, '.', '_' and '-'." })
  username?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Another e-mail address: it takes the place of the old one once it is confirmed by the link of a mail. No personal token changes one, ' +
      'and nobody their own by this (PASSWORD_NEEDED).',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 100 characters.' })
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'The language of the person (ISO 639-1).' })
  language?: string | null;
}

@InputType({ description: 'Which account is suspended.' })
export class SuspendUserInput {
  @Field(() => ID, { description: `${theirs} So is oneself.` })
  id!: string;
}

@InputType({ description: 'Which account is not suspended any more.' })
export class ReinstateUserInput {
  @Field(() => ID, { description: theirs })
  id!: string;
}

@InputType({ description: 'Who may do everything.' })
export class SetSuperuserInput {
  @Field(() => ID, { description: 'Who.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether they have every permission from now on, whatever their groups allow.' })
  isSuperuser!: boolean;
}

const user = { type: () => User, description: 'The person as they are now.' };

export const CreateUserPayload = payloadType('CreateUserPayload', { user: { type: () => User, description: 'The new person.' } });
export const UpdateUserPayload = payloadType('UpdateUserPayload', { user });
export const SuspendUserPayload = payloadType('SuspendUserPayload', { user });
export const ReinstateUserPayload = payloadType('ReinstateUserPayload', { user });
export const SetSuperuserPayload = payloadType('SetSuperuserPayload', { user });
