import type { FragmentType } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { UserErrorCode } from '../gql/graphql.ts';

export const UserErrorFragment = graphql(`
  fragment UserError_error on UserError {
    code
    path
    ... on LimitError {
      limit
    }
  }
`);

export type UserErrorRef = FragmentType<typeof UserErrorFragment>;

/** What a payload says a person can mend, wherever it was found: by the server, or by a rule in the browser. */
export interface Mistake {
  code: UserErrorCode;
  limit?: number | undefined;
  /** The field, as its form names it: 'title', 'modules.0.title'. Null: the whole. */
  field: string | null;
}
