import { Field, ID, InputType } from 'type-graphql';
import { payloadType } from '../kernel/mutation.ts';
import { RevisingInput } from '../revision/revision.input.ts';
import { User } from '../user/user.entity.ts';

@InputType({ description: "What changes in one's own profile; absent fields stay." })
export class UpdateProfileInput extends RevisingInput {
  @Field(() => String, { nullable: true, description: 'Given name, 1 to 100 characters on one line.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Family name, 1 to 100 characters on one line.' })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Empty, or 4 to 20 digits with `+` before and spaces, dots, hyphens, slashes and brackets between them.',
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Plain text, at most 2,000 characters.' })
  bio?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 639-1, for pages and mails; null: that of the browser, and English in mails.' })
  language?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA, for example `Europe/Paris`; null: that of the device, and UTC in mails.' })
  timeZone?: string | null;

  @Field(() => ID, { nullable: true, description: "A file of one's own, uploaded for the use AVATAR; null takes the picture away." })
  avatarId?: string | null;
}

export const UpdateProfilePayload = payloadType('UpdateProfilePayload', {
  viewer: { type: () => User, description: 'The person as they are now.' },
});
