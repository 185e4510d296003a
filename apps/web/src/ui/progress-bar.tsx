import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ProgressBarProps {
  progress: { completed: number; total: number; percent: number };
}

/** How far a student is, as a bar and in words. */
export function ProgressBar({ progress: { completed, total, percent } }: ProgressBarProps) {
  const { t } = useTranslation('shell');
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text size="sm" c="dimmed">
          {t('progress.done', { completed, count: total })}
        </Text>
        <Text size="sm" fw={650}>
          {t('progress.percent', { percent })}
        </Text>
      </Group>
      <Progress.Root size={8} radius="xl" bg="var(--cursus-track)">
        <Progress.Section value={percent} color="var(--cursus-progress)" aria-label={t('progress.label')} />
      </Progress.Root>
    </div>
  );
}
