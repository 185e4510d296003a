import type { TFunction } from 'i18next';
import { formatMoment } from '../../lib/dates.ts';

/** A value of the log as people read it: moments by their clock, yes and no in their language; anything else as it is. */
export function shownValue(field: string, value: string | null, language: string, t: TFunction<'oversight'>): string | null {
  if (value === null) return null;
  const isMoment = /(?:At|From)$/.test(field) && !Number.isNaN(Date.parse(value));
  if (isMoment) return formatMoment(value, language);
  if (/^is[A-Z]/.test(field) && (value === 'true' || value === 'false')) return t(`audit.values.${value}`);
  return value;
}
