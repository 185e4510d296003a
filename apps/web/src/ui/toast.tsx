import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { failureOf } from '../lib/failure.ts';
import type { Mistake } from '../lib/user-error.ts';
import { FailureMessage } from './failure-message.tsx';
import { MistakeMessage } from './mistake-message.tsx';
import { WithRetry } from './with-retry.tsx';
import { WithUndo } from './with-undo.tsx';

let lastWarning = 0;

const closeButtonProps = () => ({ 'aria-label': i18next.t('shell:close') });

/** What is said beside the cause. */
export interface Telling {
  /** What it means for what one sees: 'Back where it was'. */
  title?: string;
  onRetry?: () => void;
}

function warn(message: ReactNode, { title, onRetry, onClose }: Telling & { onClose?: () => void } = {}): string {
  const id = `warning-${(lastWarning += 1)}`;
  const retry = (): void => {
    onRetry?.();
    notifications.hide(id);
  };
  return notifications.show({
    id,
    title,
    ...(onClose && { onClose }),
    message: onRetry === undefined ? message : <WithRetry onRetry={retry}>{message}</WithRetry>,
    role: 'alert',
    closeButtonProps: closeButtonProps(),
    color: 'red',
    icon: <IconAlertTriangle size={18} aria-hidden />,
    autoClose: onRetry === undefined && 10_000,
  });
}

/** The one way to tell that something could not be done. */
export const showFailure = (error: unknown, telling?: Telling): string => warn(<FailureMessage failure={failureOf(error)} />, telling);

/** Tells it and asks whether to try again: false when the toast is closed. */
export const offerRetry = (error: unknown, { title }: Telling = {}): Promise<boolean> =>
  new Promise((resolve) => {
    const message = <FailureMessage failure={failureOf(error)} />;
    warn(message, { ...(title !== undefined && { title }), onRetry: () => resolve(true), onClose: () => resolve(false) });
  });

export const showMistakes = (mistakes: readonly Mistake[], telling?: Telling): string =>
  warn(
    mistakes.map((mistake) => <MistakeMessage key={mistake.code} mistake={mistake} />),
    telling,
  );

export const showDone = (message: ReactNode): string =>
  notifications.show({
    message,
    role: 'status',
    closeButtonProps: closeButtonProps(),
    color: 'pine',
    icon: <IconCheck size={18} aria-hidden />,
    autoClose: 5_000,
  });

let undoable = 'undoable-0';

/** For what was taken back by another way than its toast. */
export const hideUndoable = (): void => void notifications.hide(undoable);

/** That something was done, and a button that takes it back: the latest alone. `isHeard`: a screen reader has been told already. */
export function showUndoable(message: ReactNode, { onUndo, isHeard = false }: { onUndo: () => void; isHeard?: boolean }): void {
  notifications.hide(undoable);
  const id = `undoable-${Number(undoable.slice('undoable-'.length)) + 1}`;
  const undo = (): void => {
    notifications.hide(id);
    onUndo();
  };
  notifications.show({
    id,
    message: <WithUndo onUndo={undo}>{message}</WithUndo>,
    role: isHeard ? 'group' : 'status',
    closeButtonProps: closeButtonProps(),
    color: 'pine',
    icon: <IconCheck size={18} aria-hidden />,
    autoClose: 10_000,
  });
  undoable = id;
}
