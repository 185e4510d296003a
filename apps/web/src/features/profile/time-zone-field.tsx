import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceTimeZone, offsetOf } from '../../lib/time-zone.ts';

interface TimeZoneFieldProps {
  /** Empty: that of the device. */
  value?: string;
  onChange?: (zone: string) => void;
  error?: ReactNode;
}

const named = (zone: string): string => `${zone.replaceAll('_', ' ')} (${offsetOf(zone)})`;

/** A zone by its place, sought by typing a part of its name. */
export function TimeZoneField({ value = '', onChange, ...props }: TimeZoneFieldProps) {
  const { t } = useTranslation('profile');
  const device = deviceTimeZone();
  const choices = useMemo(() => {
    // What is chosen is among them, even by a name that this browser lists otherwise.
    const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), device, ...(value === '' ? [] : [value])]);
    return [
      { value: '', label: t('zone.deviceNamed', { zone: named(device) }) },
      ...[...zones].toSorted().map((zone) => ({ value: zone, label: named(zone) })),
    ];
  }, [device, value, t]);
  return (
    <Select
      label={t('zone.label')}
      description={t('zone.hint')}
      data={choices}
      searchable
      allowDeselect={false}
      maxDropdownHeight={280}
      nothingFoundMessage={t('zone.none')}
      value={value}
      onChange={(zone) => onChange?.(zone ?? '')}
      {...props}
    />
  );
}
