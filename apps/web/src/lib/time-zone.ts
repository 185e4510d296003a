import { isTimeZone } from '@cursus/rules/time-zone';

let chosen: string | null = null;

/** The zone that the reader chose in their profile; undefined, as `Intl` takes it: that of this device. */
export const readerTimeZone = (): string | undefined => chosen ?? undefined;

export const deviceTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the device's browser does not know is as good as none. */
export function readInTimeZone(timeZone: string | null): void {
  chosen = timeZone !== null && isTimeZone(timeZone) ? timeZone : null;
}

/** Hours and minutes between a zone and UTC at a moment, as `GMT+2`. */
export const offsetOf = (timeZone: string, moment = new Date()): string =>
  new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(moment).find(({ type }) => type === 'timeZoneName')
    ?.value ?? '';
