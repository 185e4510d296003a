import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { isLockedItem, ItemKindItem } from './item-kind-name.ts';
import { itemKinds } from './item-kinds.ts';

/** The sign of an item's kind, named for who doesn't see it. */
export function ItemIcon({ item: ref, size = 18 }: { item: FragmentType<typeof ItemKindItem>; size?: number }) {
  const { t } = useTranslation('learning');
  const { __typename: kind } = readFragment(ItemKindItem, ref);
  if (isLockedItem(kind)) return <IconLock size={size} stroke={1.6} role="img" aria-label={t('lock.locked')} />;
  const { icon: IconComponent } = itemKinds[kind];
  return <IconComponent size={size} stroke={1.6} role="img" aria-label={t(`kind.${kind}`)} />;
}
