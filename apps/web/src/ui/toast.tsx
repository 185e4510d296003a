import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { failureOf } from '../lib/failure.ts';
import type { Mistake } from '../lib/user-error.ts';
import { FailureMessage } from './failure-message.tsx';
import { MistakeMessage } from './mistake-message.tsx';
import { WithRetry } from './with-retry.tsx';

let lastWarning = 0;

const closeButtonProps = () => ({ 'aria-label': i18next.t('shell:close') });

/** What is said beside the cause. */
export interface Telling {
  /** What it means for what one sees: 'Back where it was'. */
  title?: string;
  onRetry?: () => void;
}

function warn(message: ReactNode, { title, onRetry }: Telling = {}): string {
  const id = `warning-${(lastWarning += 1)}`;
  const retry = (): void => {
    notifications.hide(id);
    onRetry?.();
  };
  return notifications.show({
    id,
    title,
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
