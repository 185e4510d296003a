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

/** What was pressed to come here; for an entry of a menu, which is gone by then, the button that opened the menu. */
function opener(): HTMLElement | null {
  const pressed = document.activeElement;
  const menuButton = document.getElementById(pressed?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? '');
  return menuButton ?? (pressed instanceof HTMLElement ? pressed : null);
}

/** Asks before what can't easily be taken back. */
export function confirm({ title, children, confirmLabel, cancelLabel, isDangerous = false }: Question): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const from = opener();
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
    onExitTransitionEnd: () => {
      // Unless the answer led elsewhere already.
      if (document.activeElement === document.body || document.activeElement?.closest('[role="dialog"]')) from?.focus();
    },
    onConfirm: () => resolve(true),
    onClose: () => resolve(false),
  });
  return promise;
}
