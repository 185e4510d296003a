/** Longer than any text of ours; what a library made of a thousand rows is told by its beginning. */
const longestText = 2_000;

/** A string as PostgreSQL reads it, escaped or not; one without an end goes on to the end of the text. */
const strings = /\b[eE]'(?:[^'\\]|\\.|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)/gs;
const dollarStrings = /\$([a-z_]*)\$.*?(?:\$\1\$|$)/gis;
const parameters = /\$\d+/g;
const numbers = /(?<![\w"])\d+(?:\.\d+)?\b/g;
/** As many values as a list happens to have, and as many rows. */
const lists = /\(\s*\?(?:\s*,\s*\?)+\s*\)/g;
const rows = /(\(\?(?:, …)?\))(?:\s*,\s*\(\?(?:, …)?\))+/g;

/** A statement as its text alone: the ORM writes values into its texts, and those are somebody's. Alike whatever the values, and however many. */
export function withoutValues(text: string): string {
  return text
    .slice(0, 4 * longestText)
    .replaceAll(strings, '?')
    .replaceAll(dollarStrings, '?')
    .replaceAll(parameters, '?')
    .replaceAll(numbers, '?')
    .replaceAll(lists, '(?, …)')
    .replaceAll(rows, '$1, …')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
}
