import { Anchor, Button, Group, Text, ThemeIcon } from '@mantine/core';
import { IconFile, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatFileSize } from '../lib/file-size.ts';
import classes from './upload-field.module.css';

export interface ChosenFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  url: string;
}

interface ChosenFileCardProps {
  file: ChosenFile;
  /** Absent where there must be one. */
  onRemove?: (() => void) | undefined;
}

/** What an upload field holds: a picture as such, anything else by name. */
export function ChosenFileCard({ file: { name, mediaType, size, url }, onRemove }: ChosenFileCardProps) {
  const { t, i18n } = useTranslation('fields');
  return (
    <Group gap="sm" wrap="nowrap" className={classes.chosen}>
      {mediaType.startsWith('image/') ? (
        <img src={url} alt="" className={classes.thumbnail} />
      ) : (
        <ThemeIcon size={48} variant="light" aria-hidden>
          <IconFile size={26} stroke={1.5} />
        </ThemeIcon>
      )}
      <div className={classes.name}>
        <Anchor href={url} target="_blank" rel="noreferrer" fw={600}>
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {formatFileSize(size, i18n.language)}
        </Text>
      </div>
      {onRemove !== undefined && (
        <Button variant="subtle" color="gray" size="compact-md" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
          {t('upload.remove')}
        </Button>
      )}
    </Group>
  );
}
