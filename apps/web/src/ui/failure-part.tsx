import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../lib/failure.ts';
import { FailureMessage } from './failure-message.tsx';

interface FailurePartProps {
  error: unknown;
  onRetry?: () => void;
}

/** A part of a page that can't be shown: the rest of the page stays. */
export function FailurePart({ error, onRetry }: FailurePartProps) {
  const { t } = useTranslation('errors');
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      <FailureMessage failure={failureOf(error)} />
      {onRetry !== undefined && (
        <Button variant="default" size="xs" mt="sm" onClick={onRetry} display="block">
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}
