import { Button, Center } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showFailure } from './toast.tsx';

interface LoadMoreProps {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** `(after) => fetchMore({ variables: { after } })`: the cache puts the next page behind those it has. */
  onLoad: (after: string) => Promise<unknown>;
}

/** The end of every list that has more: the next page, on demand. */
export function LoadMore({ pageInfo: { hasNextPage, endCursor }, onLoad }: LoadMoreProps) {
  const { t } = useTranslation('shell');
  const [isLoading, setLoading] = useState(false);
  if (!hasNextPage || endCursor === null) return null;
  const load = async (): Promise<void> => {
    setLoading(true);
    await onLoad(endCursor).catch(showFailure);
    setLoading(false);
  };
  return (
    <Center mt="xl">
      <Button variant="default" size="md" loading={isLoading} onClick={() => void load()}>
        {t('loadMore')}
      </Button>
    </Center>
  );
}
