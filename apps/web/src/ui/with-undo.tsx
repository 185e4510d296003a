import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A message of something that can be taken back. */
export function WithUndo({ children, onUndo }: { children: ReactNode; onUndo: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <div>{children}</div>
      <Button size="compact-sm" variant="light" flex="none" aria-keyshortcuts="Control+Z Meta+Z" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Group>
  );
}
