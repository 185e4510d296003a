import { Button, Group, Progress, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Upload } from '../lib/upload-queue.ts';
import { FailureMessage } from './failure-message.tsx';
import { MistakeMessage } from './mistake-message.tsx';
import classes from './upload-field.module.css';

interface UploadProgressProps {
  upload: Upload;
  onCancel: () => void;
  onRetry: () => void;
  /** Stands below what has arrived. */
  children?: ReactNode;
}

function Bar({ name, percent, words }: { name: string; percent: number; words: string }) {
  const { t } = useTranslation('fields');
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress.Root size={8} radius="xl" bg="var(--cursus-track)" flex={1}>
        <Progress.Section
          value={percent}
          color="var(--cursus-progress)"
          aria-label={t('upload.sending', { name })}
          striped={percent === 100}
          animated={percent === 100}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" className={classes.percent}>
        {words}
      </Text>
    </Group>
  );
}

/** How far a file is, or why it went no further. */
export function UploadProgress({ upload: { file, field, state }, onCancel, onRetry, children }: UploadProgressProps) {
  const { t } = useTranslation(['fields', 'shell', 'errors']);
  const isOver = state.status === 'stopped' || state.status === 'arrived';
  // What has become a lesson is taken away there.
  const canEnd = state.status !== 'finishing' && !(state.status === 'arrived' && field === null);
  const percent = state.status === 'sending' ? Math.floor(state.share * 100) : 0;
  return (
    <div className={classes.progress}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={600} className={classes.name}>
          {file.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          {state.status === 'stopped' && 'failure' in state.problem && (
            <Button size="compact-sm" variant="light" onClick={onRetry} aria-label={t('upload.retryNamed', { name: file.name })}>
              {t('errors:retry')}
            </Button>
          )}
          {canEnd && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={onCancel}
              aria-label={t(isOver ? 'upload.removeNamed' : 'upload.cancelNamed', { name: file.name })}
            >
              {t(isOver ? 'upload.remove' : 'upload.cancel')}
            </Button>
          )}
        </Group>
      </Group>
      {state.status === 'waiting' && <Bar name={file.name} percent={0} words={t('upload.waiting')} />}
      {state.status === 'sending' && (
        <Bar name={file.name} percent={percent} words={percent === 100 ? t('upload.checking') : t('shell:progress.percent', { percent })} />
      )}
      {state.status === 'finishing' && <Bar name={file.name} percent={100} words={t('upload.finishing')} />}
      {state.status === 'arrived' && (
        <Group gap={6} wrap="nowrap" className={classes.arrived}>
          <IconCircleCheck size={18} stroke={1.8} aria-hidden />
          <Text size="sm" component="span">
            {children || t('upload.done')}
          </Text>
        </Group>
      )}
      {state.status === 'stopped' && (
        <Text size="sm" c="var(--mantine-color-error)" component="div" role="alert">
          {'failure' in state.problem ? (
            <FailureMessage failure={state.problem.failure} />
          ) : (
            <MistakeMessage mistake={state.problem.mistake} />
          )}
        </Text>
      )}
    </div>
  );
}
