import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';
import { showFailure } from './toast.tsx';

export interface Question {
  title: string;
  /** What will be lost or changed, plainly. */
  children: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  isDangerous?: boolean;
}

export interface ConfirmDialogProps {
  question: Question;
  isOpen: boolean;
  onAnswer: (isConfirmed: boolean) => void;
  onGone: () => void;
}

interface Asked extends ConfirmDialogProps {
  Dialog: ComponentType<ConfirmDialogProps>;
}

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function show(next: Asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What was pressed to come here; for an entry of a menu, which is gone by then, the button that opened the menu. */
function opener(): HTMLElement | null {
  const pressed = document.activeElement;
  const menuButton = document.getElementById(pressed?.closest('[role="menu"]')?.getAttribute('aria-labelledby') ?? '');
  return menuButton ?? (pressed instanceof HTMLElement ? pressed : null);
}

const load = () => import('./confirm-dialog.tsx');

/** Fetches the dialog beforehand, for who will have to ask when the connection is gone. */
export const prepareToAsk = (): void => void load().catch(() => undefined);

/** Asks before what can't easily be taken back. The dialog's code is fetched with the first question; what can't be asked isn't done. */
export async function confirm(question: Question): Promise<boolean> {
  const from = opener();
  const code = await load().catch((error: unknown) => void showFailure(error));
  if (code === undefined) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // Who asks while another question stands has left that one behind.
  asked?.onAnswer(false);
  const props: Asked = {
    question,
    Dialog: code.ConfirmDialog,
    isOpen: true,
    onAnswer: (isConfirmed) => {
      resolve(isConfirmed);
      show({ ...props, isOpen: false });
    },
    onGone: () => {
      // Unless the answer led elsewhere already.
      if (document.activeElement === document.body || document.activeElement?.closest('[role="dialog"]')) from?.focus();
    },
  };
  show(props);
  return promise;
}

/** Where questions are shown: once in the application. */
export function ConfirmHost() {
  const shown = useSyncExternalStore(subscribe, () => asked);
  if (shown === null) return null;
  const { Dialog, ...props } = shown;
  return <Dialog {...props} />;
}
