import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../lib/failure.ts';
import { FailureMessage } from './failure-message.tsx';
import { RetryCountdown } from './retry-countdown.tsx';

interface FailurePartProps {
  error: unknown;
  onRetry?: () => void;
}

/** A part of a page that can't be shown: the rest of the page stays. */
export function FailurePart({ error, onRetry }: FailurePartProps) {
  const { t } = useTranslation('errors');
  const failure = failureOf(error);
  const isWaiting = failure.cause === 'RATE_LIMITED' && onRetry !== undefined;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      {isWaiting ? t('page.RATE_LIMITED.text') : <FailureMessage failure={failure} />}
      {isWaiting && <RetryCountdown error={error} onRetry={onRetry} />}
      {onRetry !== undefined && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry} display="block">
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}
