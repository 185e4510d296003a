import { Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../lib/failure.ts';

/** For a server, or what stands before it, that does not say. */
const supposedSeconds = 30;

const secondsUntil = (moment: number): number => Math.max(0, Math.ceil((moment - Date.now()) / 1_000));

interface RetryCountdownProps {
  /** Says how long to wait; another one begins the count anew. */
  error: unknown;
  onRetry: () => void;
}

/** Counts the seconds that the server asked to wait for, then tries again: once somebody looks at the page. */
export function RetryCountdown({ error, onRetry }: RetryCountdownProps) {
  const { t } = useTranslation('errors');
  const seconds = failureOf(error).retryAfterSeconds ?? supposedSeconds;
  const [left, setLeft] = useState(seconds);
  const retry = useEffectEvent(onRetry);

  useEffect(() => {
    const moment = Date.now() + seconds * 1_000;
    const count = (): void => {
      setLeft(secondsUntil(moment));
      if (Date.now() < moment || document.hidden) return;
      stop();
      retry();
    };
    const timer = setInterval(count, 1_000);
    const stop = (): void => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', count);
    };
    document.addEventListener('visibilitychange', count);
    return stop;
  }, [error, seconds]);

  return (
    // A timer is read when one asks for it, not each second.
    <Text role="timer" size="sm" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
      {left > 0 ? t('nextTry', { count: left }) : t('trying')}
    </Text>
  );
}
