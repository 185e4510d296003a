import { ActionIcon, Anchor, Group, Paper, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { type Upload, uploadQueue } from '../lib/upload-queue.ts';
import { useUploads } from '../lib/use-upload.ts';
import { UploadProgress } from '../ui/upload-progress.tsx';
import classes from './upload-panel.module.css';

const isOver = ({ state: { status } }: Upload): boolean => status === 'arrived' || status === 'stopped';

/** What is on its way to the server and not shown by a field of this page: it goes on wherever one goes inside the application. */
export function UploadPanel() {
  const { t } = useTranslation('fields');
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  const uploads = useUploads().filter(({ field, page }) => field === null || page !== pathname);
  if (uploads.length === 0) return null;

  const arrived = uploads.filter(({ state }) => state.status === 'arrived');
  const remove = (id: string): void => {
    uploadQueue.remove(id);
    (uploads.length > 1 ? heading.current : document.getElementById('main'))?.focus();
  };
  const close = (): void => {
    for (const { id } of uploads) uploadQueue.remove(id);
    document.getElementById('main')?.focus();
  };

  return (
    <Paper component="section" aria-labelledby="uploads" shadow="lg" radius="lg" withBorder className={classes.panel}>
      <Group justify="space-between" wrap="nowrap" gap="xs" className={classes.head}>
        <Text component="h2" id="uploads" fw={650} ref={heading} tabIndex={-1} className={classes.heading}>
          {t('upload.panel')}{' '}
          <Text span size="sm" c="dimmed" fw={500}>
            {t('upload.count', { done: arrived.length, total: uploads.length })}
          </Text>
        </Text>
        <Group gap={2} wrap="nowrap">
          <ActionIcon
            aria-label={t(isOpen ? 'upload.hide' : 'upload.show')}
            aria-expanded={isOpen}
            aria-controls="upload-list"
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <IconChevronDown size={20} aria-hidden /> : <IconChevronUp size={20} aria-hidden />}
          </ActionIcon>
          {uploads.every(isOver) && (
            <ActionIcon aria-label={t('upload.close')} onClick={close}>
              <IconX size={20} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Group>
      <ul id="upload-list" className={classes.list} hidden={!isOpen}>
        {uploads.map((upload) => (
          <li key={upload.id} className={classes.upload}>
            <UploadProgress upload={upload} onCancel={() => remove(upload.id)} onRetry={() => uploadQueue.retry(upload.id)}>
              {upload.field !== null && (
                <>
                  {t('upload.ready')}{' '}
                  <Anchor component={Link} to={upload.page} inherit>
                    {t('upload.open')}
                  </Anchor>
                </>
              )}
            </UploadProgress>
          </li>
        ))}
      </ul>
      <VisuallyHidden aria-live="polite">
        {arrived.map(({ id, file }) => (
          <span key={id}>{t('upload.told', { name: file.name })} </span>
        ))}
      </VisuallyHidden>
    </Paper>
  );
}
