import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { FigureCard } from './figure-card.tsx';
import { UsageBar } from './usage-bar.tsx';

const CacheCardSystem = graphql(`
  fragment CacheCard_system on System {
    caches {
      name
      entries
      limit
      hits
      misses
    }
  }
`);

/** What the process remembers: how full it is, and how often it spared work. */
export function CacheCard({ system }: { system: FragmentType<typeof CacheCardSystem> }) {
  const { t, i18n } = useTranslation('system');
  const number = new Intl.NumberFormat(i18n.language);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <FigureCard title={t('cache.title')} text={t('cache.text')}>
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {readFragment(CacheCardSystem, system).caches.map(({ name, entries, limit, hits, misses }) => (
          <li key={name}>
            <UsageBar
              label={t(`cache.name.${name}`)}
              used={entries}
              limit={limit}
              value={t('usedOf', { used: number.format(entries), limit: number.format(limit) })}
            />
            <Text size="sm" c="dimmed" mt={4}>
              {t('cache.looks', { hits: number.format(hits), misses: number.format(misses) })}
              {hits + misses > 0 && ` · ${t('cache.rate', { rate: percent.format(hits / (hits + misses)) })}`}
            </Text>
          </li>
        ))}
      </Stack>
    </FigureCard>
  );
}
