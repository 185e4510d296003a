import { Button, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo } from '../../lib/dates.ts';
import rows from '../../ui/fact-rows.module.css';
import { catchFocus } from '../../ui/lost-focus.ts';
import { useAction } from '../../ui/send.ts';
import { showDone } from '../../ui/toast.tsx';
import { nameOfJob } from '../../lib/job-name.ts';

const FailedJobListJob = graphql(`
  fragment FailedJobList_job on FailedJob {
    id
    queue
    attempts
    failedAt
    message
    viewerCanRetry
  }
`);

const RetryJob = graphql(`
  mutation RetryJob($input: RetryJobInput!) {
    retryJob(input: $input) {
      retriedJobId
      userErrors {
        ...UserError_error
      }
    }
  }
`);

interface FailedJobListProps {
  jobs: readonly FragmentType<typeof FailedJobListJob>[];
  /** One of them waits for another attempt. */
  onRetried: () => Promise<unknown>;
}

/** What failed for good and why; each may be tried once more. */
export function FailedJobList({ jobs, onRetried }: FailedJobListProps) {
  const { t, i18n } = useTranslation('system');
  const [retry, isRetrying] = useAction(RetryJob);
  const list = useRef<HTMLUListElement>(null);

  const retryOne = async (id: string): Promise<void> => {
    if ((await retry({ input: { id } })) === null) return;
    showDone(t('failed.retried'));
    await onRetried();
    catchFocus(() => list.current?.querySelector('button'));
  };

  return (
    <ul ref={list} className={rows.list} aria-label={t('failed.title')}>
      {readFragment(FailedJobListJob, jobs).map(({ id, queue, attempts, failedAt, message, viewerCanRetry }) => {
        const ago = formatAgo(failedAt, i18n.language);
        const name = nameOfJob(queue, t);
        return (
          <li key={id} className={rows.row}>
            <div className={rows.facts}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {t('failed.when', { count: attempts, ago })}
              </Text>
              {message !== '' && <Text size="sm">{message}</Text>}
            </div>
            {viewerCanRetry && (
              <Button
                variant="default"
                size="xs"
                loading={isRetrying}
                onClick={() => void retryOne(id)}
                aria-label={t('failed.retryOf', { queue: name, ago })}
              >
                {t('failed.retry')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
