import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A message of something that can be tried again. */
export function WithRetry({ children, onRetry }: { children: ReactNode; onRetry: () => void }) {
  const { t } = useTranslation('errors');
  return (
    <>
      <div>{children}</div>
      <Button size="compact-sm" variant="default" mt="xs" onClick={onRetry}>
        {t('retry')}
      </Button>
    </>
  );
}
