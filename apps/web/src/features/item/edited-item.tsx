import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import type { ItemFormProps } from './item-kinds.ts';

type OfKind<TNode, TName> = Extract<TNode, { __typename: TName }>;

interface EditedItemProps<TNode extends { __typename: string }, TName extends TNode['__typename']> {
  /** The one by which the kind's View reads it too. */
  document: TypedDocumentNode<{ node: TNode | null }, { id: string }>;
  typename: TName;
  edited: ItemFormProps['edited'];
  children: (item: OfKind<TNode, TName> | null) => ReactNode;
}

/** Hands a form what it changes, as it is on the server now; null for a new item. */
export function EditedItem<TNode extends { __typename: string }, const TName extends TNode['__typename']>({
  document,
  typename,
  edited,
  children,
}: EditedItemProps<TNode, TName>) {
  const query = useQuery(document, { variables: { id: edited?.itemId ?? '' }, skip: edited === null, fetchPolicy: 'network-only' });
  const isOfKind = (node: TNode): node is OfKind<TNode, TName> => node.__typename === typename;
  if (edited === null) return children(null);
  return (
    <QueryState query={query} scope="part" skeleton={<TextSkeleton />}>
      {({ node }) => (node !== null && isOfKind(node) ? children(node) : <FailurePart error={nothingHere} />)}
    </QueryState>
  );
}
