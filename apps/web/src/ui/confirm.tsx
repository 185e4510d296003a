import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';

interface Question {
  title: string;
  /** What will be lost or changed, plainly. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  isDangerous?: boolean;
}

/** Asks before what can't easily be taken back. */
export function confirm({ title, children, confirmLabel, cancelLabel, isDangerous = false }: Question): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  modals.openConfirmModal({
    title,
    withCloseButton: false,
    children: (
      <Text size="sm" component="div">
        {children}
      </Text>
    ),
    labels: { confirm: confirmLabel, cancel: cancelLabel },
    confirmProps: isDangerous ? { color: 'red' } : {},
    onConfirm: () => resolve(true),
    onClose: () => resolve(false),
  });
  return promise;
}
