import type { RevisedNode } from '../kernel/revised-node.ts';
import { Refusal, UserErrorCode } from '../kernel/user-error.ts';
import type { EditConflictError } from './edit-conflict.ts';
import type { RevisingInput } from './revision.input.ts';

/** A profile has the id of its account. */
type RevisedRow = Omit<RevisedNode, 'id'> & ({ readonly id: string } | { readonly userId: string });

/**
 * Makes an edit the next revision of a row, which its caller has locked: of any number of edits written on the same revision one is saved,
 * and the others are told of it.
 */
export function revise(row: RevisedRow, on: EditConflictError['on'], edit: RevisingInput & { by: string; path?: string[] }): void {
  const { expectedRevision: expected, by, path = null } = edit;
  if (expected !== undefined && expected !== null && expected !== row.revision) {
    const conflict: EditConflictError = {
      __typename: 'EditConflict',
      code: UserErrorCode.EDIT_CONFLICT,
      path,
      message: `It is at revision ${row.revision}, and the edit was written on revision ${expected}.`,
      on,
      id: 'id' in row ? row.id : row.userId,
      editedById: row.editedById,
      editedAt: row.editedAt,
    };
    throw new Refusal([conflict]);
  }
  Object.assign(row, { revision: row.revision + 1, editedById: by, editedAt: new Date() });
}
