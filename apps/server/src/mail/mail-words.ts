import i18next, { type TFunction } from 'i18next';
import { en, type MailWords } from './words-en.ts';
import { fr } from './words-fr.ts';

const instance = i18next.createInstance();
// Nothing is fetched, so it is ready at once. Words are text: whoever makes markup of them escapes them.
void instance.init({
  resources: { en: { mail: en }, fr: { mail: fr } },
  fallbackLng: 'en',
  ns: ['mail'],
  defaultNS: 'mail',
  initAsync: false,
  interpolation: { escapeValue: false },
});

type Leaves<Words> = { [Key in keyof Words & string]: Words[Key] extends string ? Key : `${Key}.${Leaves<Words[Key]>}` }[keyof Words &
  string];

/** Says a text of the catalogue in one language. */
export type Say = (key: Leaves<MailWords>, blanks?: Readonly<Record<string, string>>) => string;

/** Readers of a language that mails do not speak read English. */
export function sayIn(language: string): Say {
  const translate: TFunction = instance.getFixedT(language);
  return (key, blanks = {}) => translate(key, blanks);
}
