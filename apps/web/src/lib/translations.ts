import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageCodes, languages, type Language } from '../i18n/languages.ts';

const storageKey = 'cursus.language';

/** The language chosen here before, else the first of the browser's that we speak. */
function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wishes.map((wish) => languageCodes.find((code) => code === wish)).find((code) => code !== undefined) ?? 'en';
}

async function load(language: Language): Promise<void> {
  for (const [namespace, words] of Object.entries(await languages[language].load())) i18next.addResourceBundle(language, namespace, words);
}

export async function startTranslations(language: Language = preferredLanguage()): Promise<void> {
  await i18next
    .use(initReactI18next)
    .init({ lng: language, resources: {}, defaultNS: 'shell', fallbackLng: false, interpolation: { escapeValue: false } });
  await speak(language);
}

/** Switches at once, and is remembered. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
