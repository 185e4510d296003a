import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { payloadType } from '../kernel/mutation.ts';

@InputType({ description: "That one's own account is to be erased." })
export class EraseAccountInput {
  @Field(() => String, { description: 'The password of the account.' })
  password!: string;
}

@InputType({ description: "That another's account is to be erased." })
export class EraseUserInput {
  @Field(() => ID, { description: 'Whose. Somebody who may do more than the viewer is FORBIDDEN.' })
  userId!: string;

  @Field(() => String, { description: "The viewer's own password." })
  password!: string;
}

const erased = { erasedUserId: { type: () => ID, description: 'The account that is no more.' } };
export const EraseAccountPayload = payloadType('EraseAccountPayload', erased);
export const EraseUserPayload = payloadType('EraseUserPayload', erased);

/** What would go and what would stay, told before anything is done. */
@ObjectType({ description: 'What an erasure of the account would do at this moment. It cannot be taken back.' })
export class ErasurePreview {
  @Field(() => Int, { simple: true, description: 'Courses that go for good, with all that stands in them: those without students.' })
  coursesDeleted!: number;

  @Field(() => Int, { simple: true, description: 'Contents in courses of others: they stay, as those of a former member.' })
  contentsKept!: number;

  @Field(() => Int, { simple: true, description: 'Enrolments that go, with the progress in them.' })
  enrolments!: number;

  @Field(() => Int, {
    simple: true,
    description: 'Files that go within a day; those that a course to hand over shows go with it to its next owner.',
  })
  filesDeleted!: number;

  @Field(() => Int, { simple: true, description: 'Files that stay, because a course of somebody else shows them.' })
  filesKept!: number;

  @Field(() => Int, { simple: true, description: 'Sessions that end at once.' })
  sessions!: number;

  @Field(() => Int, { simple: true, description: 'Personal access tokens that end at once.' })
  tokens!: number;

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether nobody else could administer this installation: then nothing is erased (LAST_ADMINISTRATOR).',
  })
  isLastAdministrator!: boolean;
}
