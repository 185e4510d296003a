import { Button, Card, Group, Text, ThemeIcon } from '@mantine/core';
import { IconDownload, IconFile } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../../lib/file-size.ts';
import classes from './item.module.css';

interface DownloadCardProps {
  file: { name: string; size: number; url: string };
  /** Why it is only offered here. */
  children?: ReactNode;
}

/** A file that is taken home. */
export function DownloadCard({ file: { name, size, url }, children }: DownloadCardProps) {
  const { t, i18n } = useTranslation('learning');
  return (
    <Card>
      <Group gap="md">
        <ThemeIcon size={52} radius="md" variant="light" aria-hidden>
          <IconFile size={28} stroke={1.5} />
        </ThemeIcon>
        <div className={classes.fileName}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {formatFileSize(size, i18n.language)}
          </Text>
          {children}
        </div>
        <Button
          component="a"
          href={url}
          download={name}
          leftSection={<IconDownload size={18} aria-hidden />}
          aria-label={t('file.downloadNamed', { name })}
        >
          {t('file.download')}
        </Button>
      </Group>
    </Card>
  );
}
