import { readerTimeZone } from './time-zone.ts';

/** English here is British: the day before the month, and 24 hours. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** The one way in which a day is written: 3 March 2026, 3 mars 2026. A day without an hour is the same day everywhere. */
export const formatDay = (iso: string, language: string): string => dayFormat(iso, language, 'long').format(new Date(iso));

/** Where there is little room, as in a table: 3 Mar 2026, 3 mars 2026. */
export const formatShortDay = (iso: string, language: string): string => dayFormat(iso, language, 'medium').format(new Date(iso));

const dayFormat = (iso: string, language: string, dateStyle: 'long' | 'medium'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle, timeZone: iso.includes('T') ? readerTimeZone() : 'UTC' });

/** A moment in the reader's own time zone, which is named: 3 March 2026 at 09:00 GMT+1. */
export const formatMoment = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: readerTimeZone(),
  }).format(new Date(iso));

/** The same in a table: 3 Mar 2026, 09:00. */
export const formatShortMoment = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone: readerTimeZone() }).format(
    new Date(iso),
  );

/** For a file that a spreadsheet opens, in whatever language it speaks: 2026-03-03, by the reader's calendar. */
export const formatSheetDay = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: iso.includes('T') ? readerTimeZone() : 'UTC' }).format(new Date(iso));

/** 2026-03-03 09:00, by the reader's clock. */
export const formatSheetMoment = (iso: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: readerTimeZone() }).format(new Date(iso));

/** 10:42, by the reader's clock. */
export const formatTime = (moment: number | string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short', timeZone: readerTimeZone() }).format(new Date(moment));

/** 10:42:07, for what is read again every few seconds. */
export const formatClock = (moment: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'medium', timeZone: readerTimeZone() }).format(new Date(moment));

/** 10:42 when it was today, else with its day. */
export function formatRecent(moment: number | string, language: string, now = Date.now()): string {
  const timeZone = readerTimeZone();
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone });
  const isToday = day.format(new Date(moment)) === day.format(new Date(now));
  return isToday
    ? formatTime(moment, language)
    : new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(moment));
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** 'yesterday', 'il y a 3 semaines': for what is recent enough that the date says less. */
export function formatAgo(iso: string, language: string, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, length] = units.find(([, unitLength]) => Math.abs(seconds) >= unitLength) ?? ['second', 1];
  return format.format(Math.trunc(seconds / length), unit);
}
