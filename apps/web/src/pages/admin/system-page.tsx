import { useQuery } from '@apollo/client/react';
import { Alert, Group, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedJobList } from '../../features/job/failed-job-list.tsx';
import { JobQueueTable } from '../../features/job/job-queue-table.tsx';
import { CacheCard } from '../../features/system/cache-card.tsx';
import { DatabaseCard } from '../../features/system/database-card.tsx';
import { FigureCard } from '../../features/system/figure-card.tsx';
import { ProcessCard } from '../../features/system/process-card.tsx';
import { SlowStatementTable } from '../../features/system/slow-statement-table.tsx';
import { StorageCard } from '../../features/system/storage-card.tsx';
import { graphql } from '../../gql/gql.ts';
import type { SystemPageQuery } from '../../gql/graphql.ts';
import { formatClock } from '../../lib/dates.ts';
import { PageTitle } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { ListSkeleton } from '../../ui/skeletons.tsx';
import { AdminFrame } from './admin-frame.tsx';

const refreshSeconds = 5;
/** Of the disk: less is told. */
const littleRoom = 0.1;

const SystemPageDocument = graphql(`
  query SystemPage {
    system {
      measuredAt
      database {
        isListening
        pool {
          waiting
        }
        migrations {
          pending
        }
      }
      storage {
        diskBytes
        diskFreeBytes
      }
      queues {
        failed
        ...JobQueueTable_queue
      }
      failedJobs {
        ...FailedJobList_job
      }
      ...ProcessCard_system
      ...CacheCard_system
      ...DatabaseCard_system
      ...StorageCard_system
      ...SlowStatementTable_system
    }
  }
`);

type System = NonNullable<SystemPageQuery['system']>;

/** How the installation is, for who looks after it. */
export function SystemPage() {
  return <AdminFrame isFor={({ viewerCanReadSystem }) => viewerCanReadSystem}>{() => <Figures />}</AdminFrame>;
}

function Figures() {
  const { t, i18n } = useTranslation('system');
  const [isRefreshed, setIsRefreshed] = useState(true);
  const query = useQuery(SystemPageDocument, {
    fetchPolicy: 'no-cache',
    pollInterval: isRefreshed ? refreshSeconds * 1_000 : 0,
    skipPollAttempt: () => document.hidden,
  });
  const measuredAt = query.data?.system?.measuredAt;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="md">
        <div>
          <PageTitle>{t('title')}</PageTitle>
          <Text c="dimmed" size="lg" mt="xs">
            {t('lead')}
          </Text>
        </div>
        <div>
          <Switch
            checked={isRefreshed}
            onChange={(event) => setIsRefreshed(event.currentTarget.checked)}
            label={t('refresh', { count: refreshSeconds })}
          />
          {measuredAt !== undefined && (
            <Text size="sm" c="dimmed" mt={4}>
              {t('measured', { time: formatClock(measuredAt, i18n.language) })}
            </Text>
          )}
        </div>
      </Group>
      <QueryState query={query} scope="part" skeleton={<ListSkeleton count={4} height={200} />}>
        {({ system }) => system && <SystemFigures system={system} onChanged={() => query.refetch()} />}
      </QueryState>
    </Stack>
  );
}

interface SystemFiguresProps {
  system: System;
  onChanged: () => Promise<unknown>;
}

function SystemFigures({ system, onChanged }: SystemFiguresProps) {
  const { t } = useTranslation('system');
  return (
    <>
      <Concerns system={system} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <ProcessCard system={system} />
        <DatabaseCard system={system} />
        <CacheCard system={system} />
        <StorageCard system={system} />
      </SimpleGrid>
      <FigureCard title={t('jobs.title')} text={t('jobs.text')}>
        <JobQueueTable queues={system.queues} />
      </FigureCard>
      {system.failedJobs.length > 0 && (
        <FigureCard title={t('failed.title')} text={t('failed.text')}>
          <FailedJobList jobs={system.failedJobs} onRetried={onChanged} />
        </FigureCard>
      )}
      <SlowStatementTable system={system} />
    </>
  );
}

/** What somebody should look at. It is read aloud when it changes, and the figures are not: they change every few seconds. */
function Concerns({ system: { database, storage, queues } }: { system: System }) {
  const { t } = useTranslation('system');
  const failed = queues.reduce((sum, queue) => sum + queue.failed, 0);
  const concerns = [
    ...(database.migrations.pending.length > 0 ? [t('concern.migrations', { count: database.migrations.pending.length })] : []),
    ...(database.isListening ? [] : [t('concern.deaf')]),
    ...(database.pool.waiting > 0 ? [t('concern.pool')] : []),
    ...(failed > 0 ? [t('concern.failed', { count: failed })] : []),
    ...(storage.diskFreeBytes < storage.diskBytes * littleRoom ? [t('concern.disk')] : []),
  ];
  const isWell = concerns.length === 0;
  return (
    <div role="status">
      <Alert
        role="presentation"
        variant="light"
        color={isWell ? 'pine' : 'yellow'}
        icon={isWell ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      >
        {isWell ? (
          t('well')
        ) : (
          <Stack gap={4}>
            {concerns.map((concern) => (
              <Text key={concern} size="sm">
                {concern}
              </Text>
            ))}
          </Stack>
        )}
      </Alert>
    </div>
  );
}
