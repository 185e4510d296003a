import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Area, areas, type Language, languageCodes, wordsOf } from '../i18n/languages.ts';

const storageKey = 'cursus.language';

/** The language chosen here before, else the first of the browser's that we speak. */
function preferredLanguage(): Language {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return wishes.map((wish) => languageCodes.find((code) => code === wish)).find((code) => code !== undefined) ?? 'en';
}

/** Words come by area, each when it is first spoken of. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, area, tell) => {
    wordsOf(language, area).then(
      (words) => tell(null, words),
      (error: unknown) => tell(error instanceof Error ? error : String(error), null),
    );
  },
};

/** The router asks for the first page's words while the language is still being settled. */
const started = Promise.withResolvers<void>();

/** `firstAreas`: what is spoken of on every page; a page's own come with its code. */
export async function startTranslations(language: Language = preferredLanguage(), firstAreas: readonly Area[] = areas): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      ns: firstAreas,
      defaultNS: 'shell',
      fallbackLng: false,
      interpolation: { escapeValue: false },
    });
  document.documentElement.lang = language;
  started.resolve();
}

/** Throws when they can't be had, and can be asked again then; i18next gives up for good. */
async function fetchWords(language: string, wanted: readonly string[]): Promise<void> {
  const missing = wanted.filter((area) => !i18next.hasResourceBundle(language, area));
  const words = await Promise.all(missing.map((area) => wordsOf(language, area)));
  for (const [index, area] of missing.entries()) i18next.addResourceBundle(language, area, words[index]);
}

/** What a page will speak of, before it is shown. */
export async function loadWords(wanted: readonly Area[]): Promise<void> {
  // Those of the first page are on their way meanwhile; what fails here fails below, and is told.
  if (!i18next.isInitialized) await Promise.allSettled(wanted.map((area) => wordsOf(preferredLanguage(), area)));
  await started.promise;
  await fetchWords(i18next.language, wanted);
  await i18next.loadNamespaces(wanted);
}

async function speak(language: Language): Promise<void> {
  await started.promise;
  if (language === i18next.language) return;
  await fetchWords(language, [i18next.options.ns ?? []].flat());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Switches at once, and is remembered. Without the words nothing changes. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  localStorage.setItem(storageKey, language);
}

/** Back to the browser's own language. */
export async function forgetLanguage(): Promise<void> {
  localStorage.removeItem(storageKey);
  await speak(preferredLanguage());
}
