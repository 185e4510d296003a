import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface RestoreButtonProps {
  title: string;
  isRestoring: boolean;
  onRestore: (button: HTMLElement) => void;
}

export function RestoreButton({ title, isRestoring, onRestore }: RestoreButtonProps) {
  const { t } = useTranslation('arranging');
  return (
    <Button
      variant="default"
      size="sm"
      leftSection={<IconRestore size={18} stroke={1.7} aria-hidden />}
      aria-label={t('trash.restoreNamed', { title })}
      loading={isRestoring}
      onClick={({ currentTarget }) => onRestore(currentTarget)}
    >
      {t('trash.restore')}
    </Button>
  );
}
