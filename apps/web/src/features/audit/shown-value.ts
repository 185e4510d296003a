import type { TFunction } from 'i18next';
import { formatMoment } from '../../lib/dates.ts';
import { deviceOf } from '../../lib/device-name.ts';
import { formatFileSize } from '../../lib/file-size.ts';
import { languageName } from '../../lib/language-name.ts';

/** Where the words of the values stand: the log speaks as the forms do. */
export const logAreas = ['audit', 'oversight', 'catalogue', 'people', 'security', 'tokens'] as const;

export interface LogReader {
  readonly language: string;
  readonly t: TFunction<typeof logAreas>;
}

/** `course.create` is COURSE_CREATE, as the API names it. */
const constant = (value: string): string => value.toUpperCase().replaceAll(/\W/g, '_');

/** The entries of a list; a long one was cut, and stays as it is. */
function entriesOf(value: string): string[] {
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.map(String) : [value];
  } catch {
    return [value];
  }
}

const hosts: Readonly<Record<string, string>> = { youtube: 'YouTube', vimeo: 'Vimeo' };

/** How the values of a field are told; a word that a newer server has, and we have not, stays as it is. */
const inWords: Readonly<Record<string, (value: string, reader: LogReader) => string>> = {
  status: (value, { t }) => t(`catalogue:status.${constant(value)}`, { defaultValue: value }),
  kind: (value, { t }) => t(`kinds.${constant(value)}`, { defaultValue: value }),
  use: (value, { t }) => t(`oversight:files.uses.${constant(value)}`, { defaultValue: value }),
  endReason: (value, { t }) => t(`endReasons.${constant(value)}`, { defaultValue: value }),
  state: (value, { t }) => t(`states.${constant(value)}`, { defaultValue: value }),
  password: (value, { t }) => t(`passwords.${constant(value)}`, { defaultValue: value }),
  permission: (value, { t }) => t(`people:permission.${constant(value)}.name`, { defaultValue: value }),
  scopes: (value, { t }) =>
    entriesOf(value)
      .map((scope) => t(`tokens:scope.${constant(scope)}.name`, { defaultValue: scope }))
      .join('\n'),
  outcomes: (value) => entriesOf(value).join('\n'),
  host: (value) => hosts[value] ?? value,
  language: (value, { language }) => languageName(value, language),
  size: (value, { language }) => formatFileSize(Number(value), language),
  device: (value, { t }) => {
    const { browser, system } = deviceOf(value);
    return t('security:sessions.device', {
      browser: browser ?? t('security:sessions.unknownBrowser'),
      system: system ?? t('security:sessions.unknownSystem'),
    });
  },
};

/** A value of the log as people read it, null where there is none: moments by their clock, what is chosen of few in the words of its form; anything else as it is. */
export function shownValue(field: string, value: string | null, reader: LogReader): string | null {
  if (value === null || value === '') return null;
  const isMoment = /(?:At|From)$/.test(field) && !Number.isNaN(Date.parse(value));
  if (isMoment) return formatMoment(value, reader.language);
  if (/^is[A-Z]/.test(field) && (value === 'true' || value === 'false')) return reader.t(`values.${value}`);
  return (inWords[field]?.(value, reader) ?? value) || null;
}
