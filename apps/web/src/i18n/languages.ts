/** The languages of the interface, each loaded when it is chosen. A new one is a folder beside `en` and a line here. */
export const languages = {
  en: { name: 'English', load: () => import('./en/catalogues.ts') },
  fr: { name: 'Français', load: () => import('./fr/catalogues.ts') },
} as const;

export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as Language[];
