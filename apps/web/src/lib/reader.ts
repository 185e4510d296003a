import { type Language, languageCodes } from '../i18n/languages.ts';
import { readInTimeZone } from './time-zone.ts';
import { chooseLanguage } from './translations.ts';

/** What a person chose in their profile; null: as their browser has it. */
export interface ReaderChoice {
  readonly language: string | null;
  readonly timeZone: string | null;
}

interface Reader extends ReaderChoice {
  readonly viewerId: string;
}

let reader: Reader | null = null;

const isSpoken = (code: string): code is Language => languageCodes.some((spoken) => spoken === code);

/** Whether who is signed in chose a language in their profile. */
export const hasChosenLanguage = (): boolean => (reader?.language ?? null) !== null;

/**
 * Pages speak the reader's language and tell the time of their zone from now on. What the profile says is heard once: a language that is
 * chosen on this device later stays until the profile says something else.
 */
export async function readAs({ viewerId, language, timeZone }: Reader): Promise<void> {
  const isNews = reader?.viewerId !== viewerId || reader.language !== language;
  reader = { viewerId, language, timeZone };
  readInTimeZone(timeZone);
  // A language that pages do not speak, or whose words cannot be had now, is no reason not to show them.
  if (isNews && language !== null && isSpoken(language)) await chooseLanguage(language).catch(() => undefined);
}

/** The profile says so now. */
export async function choose(choice: Partial<ReaderChoice>): Promise<void> {
  if (reader !== null) await readAs({ ...reader, ...choice });
}
