import { useQuery } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ReactNode } from 'react';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useReadNode } from '../../ui/read-node.ts';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import type { ItemFormProps } from './item-kinds.ts';

type OfKind<TNode, TName> = Extract<TNode, { __typename: TName }>;

/** What a form changes, as it was on the server when the form opened; null for a new item. */
export interface EditedItemState<TItem> {
  item: TItem | null;
  /** As it is on the server now; null when it is gone. */
  readAgain: () => Promise<TItem | null>;
}

interface EditedItemProps<TNode extends { __typename: string }, TName extends TNode['__typename']> {
  /** The one by which the kind's View reads it too. */
  document: TypedDocumentNode<{ node: TNode | null }, { id: string }>;
  typename: TName;
  edited: ItemFormProps['edited'];
  children: (state: EditedItemState<OfKind<TNode, TName>>) => ReactNode;
}

/** Hands a form what it changes. */
export function EditedItem<TNode extends { __typename: string }, const TName extends TNode['__typename']>({
  document,
  typename,
  edited,
  children,
}: EditedItemProps<TNode, TName>) {
  const readNode = useReadNode(document);
  const variables = { id: edited?.itemId ?? '' };
  const query = useQuery(document, { variables, skip: edited === null, fetchPolicy: 'network-only' });
  const isOfKind = (node: TNode): node is OfKind<TNode, TName> => node.__typename === typename;

  const readAgain = async (): Promise<OfKind<TNode, TName> | null> => {
    const node = await readNode(variables.id);
    return node !== null && isOfKind(node) ? node : null;
  };

  if (edited === null) return children({ item: null, readAgain });
  return (
    <QueryState query={query} scope="part" skeleton={<TextSkeleton />}>
      {({ node }) => (node !== null && isOfKind(node) ? children({ item: node, readAgain }) : <FailurePart error={nothingHere} />)}
    </QueryState>
  );
}
