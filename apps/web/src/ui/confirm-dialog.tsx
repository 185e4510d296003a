import { Button, Group, Modal, Text } from '@mantine/core';
import type { ConfirmDialogProps } from './confirm.tsx';

export function ConfirmDialog({ question, isOpen, onAnswer, onGone }: ConfirmDialogProps) {
  const { title, children, confirmLabel, cancelLabel, isDangerous = false } = question;
  return (
    <Modal
      opened={isOpen}
      onClose={() => onAnswer(false)}
      onExitTransitionEnd={onGone}
      returnFocus={false}
      withCloseButton={false}
      title={title}
    >
      <Text size="sm" component="div">
        {children}
      </Text>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={() => onAnswer(false)}>
          {cancelLabel}
        </Button>
        <Button {...(isDangerous && { color: 'red' })} onClick={() => onAnswer(true)}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
