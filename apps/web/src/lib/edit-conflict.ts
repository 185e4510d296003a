import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';

const EditConflictError = graphql(`
  fragment EditConflict_error on UserError {
    code
    ... on EditConflict {
      editedAt
      editedBy {
        id
        profile {
          displayName
          isFormerMember
        }
      }
    }
  }
`);

export type EditConflictRef = FragmentType<typeof EditConflictError>;

/** Whose edit came first, and when; null where it is not known any more. */
export interface OtherEdit {
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly at: string | null;
}

/** The other edit for which an update was refused, if it was for that. */
export function otherEditIn(userErrors: readonly EditConflictRef[]): OtherEdit | null {
  for (const error of readFragment(EditConflictError, userErrors)) {
    if (!('editedAt' in error)) continue;
    const { editedAt, editedBy } = error;
    const isKnown = editedBy !== null && !editedBy.profile.isFormerMember;
    return { at: editedAt, by: isKnown ? { id: editedBy.id, name: editedBy.profile.displayName } : null };
  }
  return null;
}
