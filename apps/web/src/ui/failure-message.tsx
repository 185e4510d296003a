import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../lib/failure.ts';

/** The cause of a failure in a person's words, with the reference by which the server's log knows it. */
export function FailureMessage({ failure }: { failure: Failure }) {
  const { t } = useTranslation('errors');
  return (
    <>
      {failure.cause === 'RATE_LIMITED' && failure.retryAfterSeconds !== null
        ? t('cause.RATE_LIMITED_SECONDS', { count: failure.retryAfterSeconds })
        : t(`cause.${failure.cause}`)}
      {failure.reference !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('reference', { reference: failure.reference })}
        </Text>
      )}
    </>
  );
}
