import type * as catalogues from './en/catalogues.ts';

/** The languages of the interface. A new one is a folder beside `en` and a line here. */
export const languages = {
  en: { name: 'English' },
  fr: { name: 'Français' },
} as const;

export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as Language[];

/** What a page speaks of: each area is fetched when it is first spoken of. */
export type Area = keyof typeof catalogues;

const files = import.meta.glob<Record<string, object>>(['./*/*.ts', '!./*/catalogues.ts']);

/** Every area that there is. */
export const areas = [...new Set(Object.keys(files).map((file) => file.slice(file.lastIndexOf('/') + 1, -'.ts'.length)))] as Area[];

/** The words of an area in a language. */
export async function wordsOf(language: string, area: string): Promise<object> {
  const words = await files[`./${language}/${area}.ts`]?.();
  return words?.[area] ?? {};
}
