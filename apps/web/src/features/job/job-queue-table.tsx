import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo } from '../../lib/dates.ts';
import { nameOfJob } from '../../lib/job-name.ts';
import classes from './job.module.css';

const JobQueueTableQueue = graphql(`
  fragment JobQueueTable_queue on JobQueue {
    name
    waiting
    planned
    active
    retrying
    failed
    done
    retried
    oldestWaitingAt
    lastDoneAt
  }
`);

const counts = ['waiting', 'planned', 'active', 'retrying', 'failed', 'done', 'retried'] as const;

/** Every kind of job, and what became of those of the last two weeks. */
export function JobQueueTable({ queues }: { queues: readonly FragmentType<typeof JobQueueTableQueue>[] }) {
  const { t, i18n } = useTranslation('system');
  const number = new Intl.NumberFormat(i18n.language);
  const ago = (moment: string | null): string => (moment === null ? '–' : formatAgo(moment, i18n.language));
  return (
    <div className={classes.scrolled} tabIndex={0} role="group" aria-label={t('jobs.title')}>
      <Table verticalSpacing="xs" miw={820}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('jobs.kind')}</Table.Th>
            {counts.map((count) => (
              <Table.Th key={count} ta="end">
                {t(`jobs.${count}`)}
              </Table.Th>
            ))}
            <Table.Th>{t('jobs.oldest')}</Table.Th>
            <Table.Th>{t('jobs.lastDone')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {readFragment(JobQueueTableQueue, queues).map((queue) => (
            <Table.Tr key={queue.name}>
              <Table.Th scope="row" miw="12rem">
                {nameOfJob(queue.name, t)}
              </Table.Th>
              {counts.map((count) => (
                <Table.Td key={count} ta="end" fw={count === 'failed' && queue.failed > 0 ? 700 : undefined}>
                  {number.format(queue[count])}
                </Table.Td>
              ))}
              <Table.Td>{ago(queue.oldestWaitingAt)}</Table.Td>
              <Table.Td>{ago(queue.lastDoneAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
