import { unparse } from 'papaparse';

/**
 * What a spreadsheet would take for a formula, wherever it looks for one: behind spaces and signs that are not seen, and as the wide forms of
 * East Asian keyboards. Papa Parse puts an apostrophe before it, which spreadsheets show nobody.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^\p{Cc}/u;

/** Excel takes what stands between values from the system's language. */
const delimiterOf = (language: string): string => (language.startsWith('fr') ? ';' : ',');

/** Rows as a file that spreadsheets open as it is, and in which nothing is executed. Numbers stay numbers. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[], language: string): string {
  const table = unparse(
    { fields: [...head], data: rows.map((row) => [...row]) },
    { delimiter: delimiterOf(language), escapeFormulae: formula },
  );
  // Without the mark Excel reads UTF-8 as something else.
  return `\ufeff${table}\r\n`;
}
