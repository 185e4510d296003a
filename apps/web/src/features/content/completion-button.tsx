import { Button, Text } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FragmentType } from '../../gql/fragment-masking.ts';
import { type CompletionContent, useCompletion } from './use-completion.ts';

interface CompletionButtonProps {
  content: FragmentType<typeof CompletionContent>;
  /** Told when the student takes a tick back. */
  onTakenBack: () => void;
}

/** The tick. A toggle button, so that a screen reader says whether it is set. */
export function CompletionButton({ content, onTakenBack }: CompletionButtonProps) {
  const { t } = useTranslation('learning');
  const { isDone, isHeld, turn } = useCompletion(content);
  const toggle = (): void => {
    if (isDone) onTakenBack();
    turn(!isDone);
  };

  return (
    <div>
      <Button
        fullWidth
        variant={isDone ? 'light' : 'default'}
        size="md"
        aria-pressed={isDone}
        leftSection={isDone ? <IconCircleCheckFilled size={20} aria-hidden /> : <IconCircle size={20} stroke={1.6} aria-hidden />}
        onClick={toggle}
      >
        {t(isDone ? 'done' : 'markDone')}
      </Button>
      <Text role="status" size="sm" c="dimmed" ta="center" component="div">
        {isHeld && (
          <>
            <IconCloudOff size={15} aria-hidden style={{ verticalAlign: '-0.15em' }} /> {t('willBeSent')}
          </>
        )}
      </Text>
    </div>
  );
}
