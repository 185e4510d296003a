import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatRecent } from '../../lib/dates.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { Facts, FigureCard } from './figure-card.tsx';
import { UsageBar } from './usage-bar.tsx';

const DatabaseCardSystem = graphql(`
  fragment DatabaseCard_system on System {
    database {
      version
      sizeBytes
      isListening
      pool {
        connections
        limit
        idle
        waiting
      }
      migrations {
        applied
        latest
        latestAt
        pending
      }
    }
  }
`);

/** Migration20261127150500_erasure is the erasure: its day stands beside it. */
const nameOfMigration = (name: string): string => name.replace(/^Migration\d+_/, '');

/** PostgreSQL, how busy the way to it is, and how far its tables are. */
export function DatabaseCard({ system }: { system: FragmentType<typeof DatabaseCardSystem> }) {
  const { t, i18n } = useTranslation('system');
  const { version, sizeBytes, isListening, pool, migrations } = readFragment(DatabaseCardSystem, system).database;
  const number = new Intl.NumberFormat(i18n.language);
  const busy = pool.connections - pool.idle;
  return (
    <FigureCard title={t('database.title')}>
      <Stack gap="md">
        <UsageBar
          label={t('database.pool')}
          used={busy}
          limit={pool.limit}
          value={t('database.busy', { busy: number.format(busy), limit: number.format(pool.limit) })}
        />
        <Facts
          facts={[
            { name: t('database.open'), value: number.format(pool.connections) },
            { name: t('database.waiting'), value: number.format(pool.waiting) },
            { name: t('database.listening'), value: t(isListening ? 'yes' : 'no') },
            { name: t('database.size'), value: formatFileSize(sizeBytes, i18n.language) },
            { name: t('database.version'), value: version },
            { name: t('database.applied'), value: number.format(migrations.applied) },
            {
              name: t('database.pending'),
              value: migrations.pending.length === 0 ? t('none') : migrations.pending.join(', '),
            },
            ...(migrations.latest === null || migrations.latestAt === null
              ? []
              : [
                  {
                    name: t('database.latest'),
                    value: `${nameOfMigration(migrations.latest)} · ${formatRecent(migrations.latestAt, i18n.language)}`,
                  },
                ]),
          ]}
        />
      </Stack>
    </FigureCard>
  );
}
