import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { Facts, FigureCard } from './figure-card.tsx';
import { UsageBar } from './usage-bar.tsx';

const StorageCardSystem = graphql(`
  fragment StorageCard_system on System {
    storage {
      uses {
        use
        files
        bytes
      }
      diskBytes
      diskFreeBytes
    }
  }
`);

/** What was uploaded, and how full the disk is. */
export function StorageCard({ system }: { system: FragmentType<typeof StorageCardSystem> }) {
  const { t, i18n } = useTranslation('system');
  const { uses, diskBytes, diskFreeBytes } = readFragment(StorageCardSystem, system).storage;
  const bytes = (value: number): string => formatFileSize(value, i18n.language);
  return (
    <FigureCard title={t('storage.title')}>
      <Stack gap="md">
        <UsageBar
          label={t('storage.disk')}
          used={diskBytes - diskFreeBytes}
          limit={diskBytes}
          value={t('storage.free', { free: bytes(diskFreeBytes), limit: bytes(diskBytes) })}
        />
        <Facts
          facts={uses.map((each) => ({
            name: t(`storage.use.${each.use}`),
            value: t('storage.files', { count: each.files, size: bytes(each.bytes) }),
          }))}
        />
      </Stack>
    </FigureCard>
  );
}
