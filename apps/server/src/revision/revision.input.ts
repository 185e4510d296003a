import { Field, InputType, Int } from 'type-graphql';

/** What every mutation takes that changes the fields of something that others may be writing too. */
@InputType()
export abstract class RevisingInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The `revision` that the edit was written on. When it is another by now, nothing is saved and the answer is an EditConflict; absent: the last edit wins.',
  })
  expectedRevision?: number | null;
}
