import { Button, Loader, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../lib/dates.ts';
import type { Fields, SaveState } from '../lib/save-state.ts';
import { FailureMessage } from './failure-message.tsx';
import classes from './save-state-line.module.css';

interface SaveStateLineProps {
  state: SaveState<Fields>;
  untouched?: string | undefined;
  onRetry: () => void;
  onCompare: () => void;
}

interface Told {
  icon: ReactNode;
  text: ReactNode;
  /** Something to do, or to wait for. */
  isProblem?: boolean;
  action?: ReactNode;
}

const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** Whether what one writes is saved: in words, beside the buttons of its form. */
export function SaveStateLine({ state, untouched, onRetry, onCompare }: SaveStateLineProps) {
  const { t, i18n } = useTranslation(['fields', 'errors']);

  const button = (label: string, act: () => void): ReactNode => (
    <Button size="compact-sm" variant="default" onClick={act}>
      {label}
    </Button>
  );

  const told = (): Told => {
    switch (state.status) {
      case 'untouched':
        return { icon: <IconPencil {...icon} />, text: untouched ?? t('save.untouched') };
      case 'pending':
        return { icon: <IconPencil {...icon} />, text: t('save.pending') };
      case 'saving':
        return { icon: <Loader size={16} aria-hidden />, text: t('save.saving') };
      case 'saved':
        return { icon: <IconCloudCheck {...icon} />, text: t('save.saved', { time: formatTime(state.at, i18n.language) }) };
      case 'invalid':
        return { icon: <IconAlertTriangle {...icon} />, text: t('save.invalid'), isProblem: true };
      case 'conflict': {
        const { by } = state.conflict.other;
        const text = t('save.conflict', { name: by?.name ?? t('save.somebody') });
        return { icon: <IconAlertTriangle {...icon} />, text, isProblem: true, action: button(t('save.compare'), onCompare) };
      }
      case 'failed': {
        const isOffline = state.failure.cause === 'NO_CONNECTION';
        const cause = <FailureMessage failure={state.failure} />;
        return {
          icon: isOffline ? <IconCloudOff {...icon} /> : <IconAlertTriangle {...icon} />,
          text: isOffline ? (
            t('save.offline')
          ) : (
            <>
              {t('save.failed')} {cause}
            </>
          ),
          isProblem: true,
          action: button(t('errors:retry'), onRetry),
        };
      }
    }
  };

  const { icon: sign, text, isProblem = false, action } = told();
  // Said once a minute at most, and never while one is writing without trouble.
  const isSaid = isProblem || state.status === 'saved';
  return (
    <div className={classes.line} data-problem={isProblem || undefined}>
      {sign}
      <Text size="sm" component="div" aria-hidden={isSaid || undefined}>
        {text}
      </Text>
      <VisuallyHidden role="status">{isSaid && text}</VisuallyHidden>
      {action}
    </div>
  );
}
