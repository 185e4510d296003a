import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { isLockedItem, ItemKindItem } from '../../features/item/item-kind-name.ts';
import { itemKinds } from '../../features/item/item-kinds.ts';

/** Long enough that what one reads now is there first. */
const patience = 2_000;

const savesData = (): boolean =>
  'connection' in navigator &&
  typeof navigator.connection === 'object' &&
  (navigator.connection as { saveData?: boolean }).saveData === true;

/** Fetches the next content while this one is read; not for who asked their browser to save data. */
export function useNextPrefetch(ref: FragmentType<typeof ItemKindItem> | undefined): void {
  const client = useApolloClient();
  const item = readFragment(ItemKindItem, ref ?? null);
  const [kind, id] = [item?.__typename, item?.id];
  useEffect(() => {
    if (kind === undefined || id === undefined || isLockedItem(kind) || savesData()) return undefined;
    const timer = setTimeout(() => void itemKinds[kind].prefetch(client, id).catch(() => undefined), patience);
    return () => clearTimeout(timer);
  }, [client, kind, id]);
}
