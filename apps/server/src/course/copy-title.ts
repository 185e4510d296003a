/** How many characters a title has at most: rules of modules and items alike. */
const titleMaxLength = 200;

const words: Readonly<Record<string, string>> = {
  ar: 'نسخة',
  de: 'Kopie',
  en: 'copy',
  es: 'copia',
  fr: 'copie',
  it: 'copia',
  nl: 'kopie',
  pl: 'kopia',
  pt: 'cópia',
};

/** 'Waves (copy)', in the course's language where we have its word; a copy of a copy, or a second one, is numbered: 'Waves (copy 2)'. */
export function copyTitle(title: string, language: string, taken: readonly string[]): string {
  const word = words[language] ?? 'copy';
  const base = title.replace(new RegExp(` \\(${word}(?: \\d+)?\\)$`, 'u'), '');
  for (let number = 1; ; number += 1) {
    const suffix = ` (${word}${number === 1 ? '' : ` ${number}`})`;
    const copy = `${[...base].slice(0, titleMaxLength - [...suffix].length).join('')}${suffix}`;
    if (!taken.includes(copy)) return copy;
  }
}
