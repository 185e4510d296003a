import { graphql } from '../../gql/gql.ts';
import type { ItemKind_ItemFragment } from '../../gql/graphql.ts';

export const ItemKindItem = graphql(`
  fragment ItemKind_item on Item {
    __typename
    id
  }
`);

/** What stands for an item that one may not read yet is of no kind. */
const lockedItem = 'LockedItem';

/** The kinds as the API names them: one that the registry lacks doesn't compile. */
export type ItemKindName = Exclude<ItemKind_ItemFragment['__typename'], typeof lockedItem>;

export const isLockedItem = (typename: ItemKind_ItemFragment['__typename']): typename is typeof lockedItem => typename === lockedItem;
