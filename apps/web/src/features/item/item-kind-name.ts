import { graphql } from '../../gql/gql.ts';
import type { ItemKind_ItemFragment } from '../../gql/graphql.ts';

export const ItemKindItem = graphql(`
  fragment ItemKind_item on Item {
    __typename
    id
  }
`);

/** The kinds as the API names them: one that the registry lacks doesn't compile. */
export type ItemKindName = ItemKind_ItemFragment['__typename'];
