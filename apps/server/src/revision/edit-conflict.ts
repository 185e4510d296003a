import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../kernel/date-time.ts';
import { UserError } from '../kernel/user-error.ts';

/** What `revise` throws; the resolver reads the rest when it is asked for. */
export interface EditConflictError extends UserError {
  readonly __typename: 'EditConflict';
  readonly on: 'Course' | 'Module' | 'Item' | 'Profile';
  readonly id: string;
  readonly editedById: string | null;
  readonly editedAt: Date | null;
}

@ObjectType({
  implements: UserError,
  description: 'EDIT_CONFLICT: somebody saved another edit after the state that this one was written on.',
})
export class EditConflict extends UserError {
  @Field(() => DateTime, { simple: true, nullable: true, description: 'When the other edit was saved.' })
  editedAt!: Date | null;
}
