import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UploadState } from '../lib/use-upload.ts';
import { FailureMessage } from './failure-message.tsx';
import { MistakeMessage } from './mistake-message.tsx';
import classes from './upload-field.module.css';

interface UploadProgressProps {
  state: Exclude<UploadState, { status: 'idle' }>;
  onCancel: () => void;
  onRetry: () => void;
}

/** How far a file is, or why it went no further. */
export function UploadProgress({ state, onCancel, onRetry }: UploadProgressProps) {
  const { t } = useTranslation(['fields', 'shell', 'errors']);
  const percent = state.status === 'sending' ? Math.floor(state.share * 100) : 0;
  return (
    <div className={classes.progress}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={600} className={classes.name}>
          {state.file.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          {state.status === 'stopped' && 'failure' in state.problem && (
            <Button size="compact-sm" variant="light" onClick={onRetry}>
              {t('errors:retry')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {t(state.status === 'sending' ? 'upload.cancel' : 'upload.remove')}
          </Button>
        </Group>
      </Group>
      {state.status === 'sending' ? (
        <Group gap="sm" wrap="nowrap">
          <Progress.Root size={8} radius="xl" bg="var(--cursus-track)" flex={1}>
            <Progress.Section
              value={percent}
              color="var(--cursus-progress)"
              aria-label={t('upload.sending', { name: state.file.name })}
              striped={percent === 100}
              animated={percent === 100}
            />
          </Progress.Root>
          <Text size="sm" c="dimmed" className={classes.percent}>
            {percent === 100 ? t('upload.checking') : t('shell:progress.percent', { percent })}
          </Text>
        </Group>
      ) : (
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
