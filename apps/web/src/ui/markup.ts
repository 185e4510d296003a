/** A stretch of a text, as a textarea says it. */
export interface Selection {
  start: number;
  end: number;
}

/** What to put in place of which stretch, and what is then selected. */
export interface Edit {
  replaced: Selection;
  inserted: string;
  selected: Selection;
}

/** Marks around words, at the start of lines, or a piece of its own. */
export type Markup =
  | { kind: 'around'; before: string; after: string; example: string }
  | { kind: 'lines'; prefix: string; example: string }
  | { kind: 'block'; before: string; after: string; example: string };

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number): number => (text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at));

function around(text: string, { start, end }: Selection, { before, after, example }: Extract<Markup, { kind: 'around' }>): Edit {
  const words = text.slice(start, end);
  const isMarked = text.slice(start - before.length, start) === before && text.slice(end, end + after.length) === after;
  if (isMarked && start >= before.length) {
    const from = start - before.length;
    return { replaced: { start: from, end: end + after.length }, inserted: words, selected: { start: from, end: from + words.length } };
  }
  const chosen = words === '' ? example : words;
  const from = start + before.length;
  return { replaced: { start, end }, inserted: before + chosen + after, selected: { start: from, end: from + chosen.length } };
}

function lines(text: string, { start, end }: Selection, { prefix, example }: Extract<Markup, { kind: 'lines' }>): Edit {
  const replaced = { start: lineStart(text, start), end: lineEnd(text, end) };
  const old = text.slice(replaced.start, replaced.end);
  const rows = old === '' ? [example] : old.split('\n');
  const isMarked = rows.every((row) => row.startsWith(prefix));
  const inserted = rows
    .map((row) => (isMarked ? row.slice(prefix.length) : prefix + row.replace(/^#{1,6} |^[-*] |^\d+\. |^> /, '')))
    .join('\n');
  const from = replaced.start + (isMarked || rows.length > 1 ? 0 : prefix.length);
  return { replaced, inserted, selected: { start: from, end: replaced.start + inserted.length } };
}

/** A block stands between empty lines. */
function block(text: string, { start, end }: Selection, { before, after, example }: Extract<Markup, { kind: 'block' }>): Edit {
  const words = text.slice(start, end) || example;
  const [above, below] = [text.slice(0, start), text.slice(end)];
  const head = above === '' || above.endsWith('\n\n') ? '' : above.endsWith('\n') ? '\n' : '\n\n';
  const tail = below === '' || below.startsWith('\n\n') ? '' : below.startsWith('\n') ? '\n' : '\n\n';
  const from = start + head.length + before.length;
  return { replaced: { start, end }, inserted: head + before + words + after + tail, selected: { start: from, end: from + words.length } };
}

/** What a button of the toolbar does to a text; the same button takes its marks away again. */
export function editFor(text: string, selection: Selection, markup: Markup): Edit {
  switch (markup.kind) {
    case 'around':
      return around(text, selection, markup);
    case 'lines':
      return lines(text, selection, markup);
    case 'block':
      return block(text, selection, markup);
  }
}
