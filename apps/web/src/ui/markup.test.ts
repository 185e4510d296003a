import { expect, test } from 'vitest';
import { editFor, type Markup } from './markup.ts';

const bold: Markup = { kind: 'around', before: '**', after: '**', example: 'bold' };
const list: Markup = { kind: 'lines', prefix: '- ', example: 'item' };
const heading: Markup = { kind: 'lines', prefix: '## ', example: 'Heading' };
const formula: Markup = { kind: 'block', before: '$$\n', after: '\n$$', example: 'x' };

/** `[` and `]` stand for the ends of the selection. */
function edited(marked: string, markup: Markup): string {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  const { replaced, inserted, selected } = editFor(text, { start, end: marked.indexOf(']') - 1 }, markup);
  const result = text.slice(0, replaced.start) + inserted + text.slice(replaced.end);
  return `${result.slice(0, selected.start)}[${result.slice(selected.start, selected.end)}]${result.slice(selected.end)}`;
}

test.for<[string, Markup, string]>([
  ['a [word] b', bold, 'a **[word]** b'],
  ['a **[word]** b', bold, 'a [word] b'],
  ['[]', bold, '**[bold]**'],
  ['one\nt[]wo\nthree', list, 'one\n- [two]\nthree'],
  ['[one\ntwo]', list, '[- one\n- two]'],
  ['[- one\n- two]', list, '[one\ntwo]'],
  ['# On[]e', heading, '## [One]'],
  ['[]', heading, '## [Heading]'],
  ['[]', formula, '$$\n[x]\n$$'],
  ['a[]b', formula, 'a\n\n$$\n[x]\n$$\n\nb'],
  ['a\n[]\nb', formula, 'a\n\n$$\n[x]\n$$\n\nb'],
  ['a\n\n[y]\n\nb', formula, 'a\n\n$$\n[y]\n$$\n\nb'],
])('%j becomes %j', ([before, markup, after]) => {
  expect(edited(before, markup)).toBe(after);
});
