import { Suspense } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { nothingHere } from '../../lib/failure.ts';
import { FailurePart } from '../../ui/failure-part.tsx';
import { TextSkeleton } from '../../ui/skeletons.tsx';
import { isLockedItem, ItemKindItem } from './item-kind-name.ts';
import { itemKinds } from './item-kinds.ts';

/** An item as a student sees it, whatever its kind. */
export function ItemView({ item: ref }: { item: FragmentType<typeof ItemKindItem> }) {
  const item = readFragment(ItemKindItem, ref);
  if (isLockedItem(item.__typename)) return <FailurePart error={nothingHere} />;
  const { View } = itemKinds[item.__typename];
  return (
    <Suspense fallback={<TextSkeleton />}>
      <View itemId={item.id} />
    </Suspense>
  );
}
