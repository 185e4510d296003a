import { Suspense } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { ItemKindItem } from './item-kind-name.ts';
import { itemKinds } from './item-kinds.ts';

/** An item as a student sees it, whatever its kind. */
export function ItemView({ item: ref }: { item: FragmentType<typeof ItemKindItem> }) {
  const item = readFragment(ItemKindItem, ref);
  const { View } = itemKinds[item.__typename];
  return (
    <Suspense fallback={<TextSkeleton />}>
      <View itemId={item.id} />
    </Suspense>
  );
}
