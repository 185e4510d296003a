import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../lib/save-state.ts';
import { differenceOf, type Stretch } from './text-difference.ts';
import classes from './version-comparison.module.css';

/** How a field is named and shown where versions are compared. */
export interface ComparedField {
  label: string;
  /** Where the value is a name for something: what a person knows it by. */
  show?: (value: unknown) => string;
}

export type ComparedFields<TValues extends Fields> = Readonly<Record<keyof TValues & string, ComparedField>>;

export interface Version {
  heading: string;
  values: Fields;
}

interface VersionComparisonProps {
  fields: Readonly<Record<string, ComparedField>>;
  /** Those that differ. */
  differing: readonly string[];
  mine: Version;
  /** Null where there is nothing to compare with. */
  theirs: Version | null;
}

function Pane({ label, heading, stretches }: { label: string; heading: string; stretches: readonly Stretch[] }) {
  const { t } = useTranslation('fields');
  return (
    <div>
      <Text size="xs" fw={600} c="dimmed" mb={4}>
        {heading}
      </Text>
      <div className={classes.pane} role="region" aria-label={`${label}: ${heading}`} tabIndex={0}>
        {stretches.length === 0 && <Text c="dimmed">{t('versions.empty')}</Text>}
        {stretches.map(({ text, isOwn }, at) =>
          // oxlint-disable-next-line react/no-array-index-key -- Stretches have no name but their place, and never move.
          isOwn ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>,
        )}
      </div>
    </div>
  );
}

/** Two versions side by side, field by field, with what each alone has marked. */
export function VersionComparison({ fields, differing, mine, theirs }: VersionComparisonProps) {
  const { t } = useTranslation('fields');
  return (
    <Stack gap="md">
      {differing.map((field) => {
        const { label, show } = fields[field] ?? { label: field };
        const shown = (value: unknown, choice: string): string => show?.(value) ?? (typeof value === 'string' ? value : choice);
        const own = shown(mine.values[field], t('versions.ownChoice'));
        const difference = theirs && differenceOf(own, shown(theirs.values[field], t('versions.otherChoice')));
        return (
          <section key={field} aria-label={label}>
            <Text fw={600} mb={6}>
              {label}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: theirs === null ? 1 : 2 }} spacing="sm">
              <Pane
                label={label}
                heading={mine.heading}
                stretches={difference?.mine ?? (own === '' ? [] : [{ text: own, isOwn: false }])}
              />
              {theirs !== null && <Pane label={label} heading={theirs.heading} stretches={difference?.theirs ?? []} />}
            </SimpleGrid>
          </section>
        );
      })}
    </Stack>
  );
}
