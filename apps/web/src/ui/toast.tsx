import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { failureOf } from '../lib/failure.ts';
import type { Mistake } from '../lib/user-error.ts';
import { FailureMessage } from './failure-message.tsx';
import { MistakeMessage } from './mistake-message.tsx';

const warn = (message: ReactNode): string =>
  notifications.show({ message, role: 'alert', color: 'red', icon: <IconAlertTriangle size={18} aria-hidden />, autoClose: 10_000 });

/** The one way to tell that something could not be done. */
export const showFailure = (error: unknown): string => warn(<FailureMessage failure={failureOf(error)} />);

export const showMistakes = (mistakes: readonly Mistake[]): string =>
  warn(mistakes.map((mistake) => <MistakeMessage key={mistake.code} mistake={mistake} />));

export const showDone = (message: ReactNode): string =>
  notifications.show({ message, role: 'status', color: 'pine', icon: <IconCheck size={18} aria-hidden />, autoClose: 5_000 });
