import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatAgo } from '../../lib/dates.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { Facts, FigureCard } from './figure-card.tsx';
import { UsageBar } from './usage-bar.tsx';

const ProcessCardSystem = graphql(`
  fragment ProcessCard_system on System {
    version
    nodeVersion
    process
    startedAt
    memory {
      residentBytes
      heapUsedBytes
      heapLimitBytes
      machineBytes
      machineFreeBytes
    }
    live {
      sockets
      people
      subscriptions
    }
  }
`);

/** The process that answers: what it is, what memory it takes, who is connected to it. */
export function ProcessCard({ system }: { system: FragmentType<typeof ProcessCardSystem> }) {
  const { t, i18n } = useTranslation('system');
  const { version, nodeVersion, process, startedAt, memory, live } = readFragment(ProcessCardSystem, system);
  const number = new Intl.NumberFormat(i18n.language);
  const bytes = (value: number): string => formatFileSize(value, i18n.language);
  const machineUsed = memory.machineBytes - memory.machineFreeBytes;
  return (
    <FigureCard title={t('process.title')}>
      <Stack gap="md">
        <Facts
          facts={[
            { name: t('process.version'), value: version },
            { name: t('process.node'), value: nodeVersion },
            { name: t('process.name'), value: process },
            { name: t('process.started'), value: formatAgo(startedAt, i18n.language) },
            { name: t('process.resident'), value: bytes(memory.residentBytes) },
            { name: t('live.sockets'), value: number.format(live.sockets) },
            { name: t('live.people'), value: number.format(live.people) },
            { name: t('live.subscriptions'), value: number.format(live.subscriptions) },
          ]}
        />
        <UsageBar
          label={t('process.heap')}
          used={memory.heapUsedBytes}
          limit={memory.heapLimitBytes}
          value={t('usedOf', { used: bytes(memory.heapUsedBytes), limit: bytes(memory.heapLimitBytes) })}
        />
        <UsageBar
          label={t('process.machine')}
          used={machineUsed}
          limit={memory.machineBytes}
          value={t('usedOf', { used: bytes(machineUsed), limit: bytes(memory.machineBytes) })}
        />
      </Stack>
    </FigureCard>
  );
}
