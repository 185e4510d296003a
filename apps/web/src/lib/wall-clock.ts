import { readerTimeZone } from './time-zone.ts';

const partsFormat = (timeZone: string | undefined): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

/** A moment as a field of the browser writes it, `2026-03-03T09:00`: by the reader's wall clock, to the minute. */
export function wallClockOf(moment: Date, timeZone = readerTimeZone()): string {
  const parts = Object.fromEntries(
    partsFormat(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const { year = '', month, day, hour, minute } = parts;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

const asUtc = (wallClock: string): number => Date.parse(`${wallClock}Z`);

/** The moment at which the reader's wall clock shows this. One that is skipped in spring is the hour after; of two in autumn, the first. */
export function momentOf(wallClock: string, timeZone = readerTimeZone()): Date {
  const wanted = asUtc(wallClock);
  const shift = (moment: number): number => asUtc(wallClockOf(new Date(moment), timeZone)) - moment;
  // What the clock is ahead by, a day before and a day after: a change of it lies between.
  const shifts = [-86_400_000, 86_400_000].map((aside) => shift(wanted + aside));
  const moments = shifts.map((ahead) => wanted - ahead);
  const shown = moments.filter((moment) => moment + shift(moment) === wanted);
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...moments));
}
