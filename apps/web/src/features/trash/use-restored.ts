import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { showDone } from '../../ui/toast.tsx';

/** Where the focus goes when a row of the trash is gone: to the next one's button, the one before, or the page's title. */
function focusBeside(row: HTMLElement | null): () => void {
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const target = beside?.querySelector('button') ?? document.querySelector('h1');
  return () => requestAnimationFrame(() => target?.focus());
}

/** Brings something back by `restore`, takes it off the page, and tells it. */
export function useRestored() {
  const { t } = useTranslation('arranging');
  const { cache } = useApolloClient();

  const bringBack = async (
    trashed: { __typename: string; id: string; title: string },
    button: HTMLElement,
    restore: (telling: { title: string }) => Promise<object | null>,
  ): Promise<void> => {
    const focus = focusBeside(button.closest('li'));
    if ((await restore({ title: t('trash.refused', { title: trashed.title }) })) === null) return;
    focus();
    cache.evict({ id: cache.identify({ ...trashed }) ?? '' });
    showDone(t('trash.restored', { title: trashed.title }));
  };

  return bringBack;
}
