import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import * as en from './en/catalogues.ts';
import * as fr from './fr/catalogues.ts';

type Words = { readonly [key: string]: string | Words };

const pluralEnding = /_(?:zero|one|two|few|many|other)$/;

/** Every text of a catalogue by its key: 'shell:nav.main'. */
function textsOf(words: Words, path: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) => {
    const at = path === '' ? `${key}:` : path.endsWith(':') ? path + key : `${path}.${key}`;
    return typeof value === 'string' ? [[at, value] as [string, string]] : textsOf(value, at);
  });
}

const english = new Map(textsOf(en, ''));
const french = new Map(textsOf(fr, ''));
const keysOf = (texts: ReadonlyMap<string, string>, wrong: RegExp): string[] =>
  [...texts].filter(([, text]) => wrong.test(text)).map(([key]) => key);
const blanksOf = (text: string | undefined): string[] => [...(text ?? '').matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').toSorted();

interface Found {
  /** Whole strings of the program: any of them may be a key. */
  literals: Set<string>;
  /** What template strings with blanks could be: t(`cause.${cause}`). */
  patterns: RegExp[];
  /** Words that a person would read, and that no catalogue holds. */
  bareWords: string[];
}

const spoken = new Set(['aria-label', 'aria-description', 'title', 'label', 'placeholder', 'alt', 'description']);
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function isNode(value: unknown): value is Record<string, unknown> & { type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function read(node: unknown, file: string, found: Found): void {
  if (Array.isArray(node)) for (const child of node) read(child, file, found);
  if (!isNode(node)) return;
  if (node.type === 'Literal' && typeof node['value'] === 'string') found.literals.add(node['value']);
  if (node.type === 'JSXText' && /\p{Letter}/u.test(String(node['value'])))
    found.bareWords.push(`${file}: ${String(node['value']).trim()}`);
  if (node.type === 'JSXAttribute') readAttribute(node, file, found);
  if (node.type === 'TemplateLiteral') {
    const quasis = node['quasis'] as { value: { raw: string } }[];
    if (quasis.length > 1) found.patterns.push(new RegExp(`^(?:\\w+:)?${quasis.map(({ value }) => escape(value.raw)).join('[\\w.]+')}$`));
  }
  for (const child of Object.values(node)) read(child, file, found);
}

function readAttribute(node: Record<string, unknown>, file: string, found: Found): void {
  const { name } = node['name'] as { name: unknown };
  const value = node['value'];
  if (typeof name !== 'string' || !spoken.has(name) || !isNode(value) || value.type !== 'Literal') return;
  if (/\p{Letter}/u.test(String(value['value']))) found.bareWords.push(`${file}: ${name}="${String(value['value'])}"`);
}

const sources = join(import.meta.dirname, '..');
const found: Found = { literals: new Set(), patterns: [], bareWords: [] };
for (const file of globSync('**/*.{ts,tsx}', { cwd: sources, exclude: ['gql/**', 'i18n/**', '**/*.test.{ts,tsx}'] })) {
  read(parseSync(file, readFileSync(`${sources}/${file}`, 'utf8')).program, file, found);
}

/** A template that is nothing but blanks and dots could be any key: it says nothing of use. */
const patterns = found.patterns.filter((pattern) => /[a-z]{3}/i.test(pattern.source.replaceAll('[\\w.]+', '').replace('(?:\\w+:)?', '')));

function isUsed(key: string): boolean {
  const [, path = ''] = key.replace(pluralEnding, '').split(':');
  return found.literals.has(path) || patterns.some((pattern) => pattern.test(path)) || key.startsWith('errors:field.');
}

describe('the catalogues', () => {
  it('say the same things in every language', () => {
    expect([...french.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('leave the same blanks in every language', () => {
    const different = [...english.keys()].filter((key) => blanksOf(english.get(key)).join() !== blanksOf(french.get(key)).join());
    expect(different).toEqual([]);
  });

  it('hold no empty text', () => {
    const empty = [...english, ...french].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('break no French line before a mark, nor inside a quotation’s marks', () => {
    expect(keysOf(french, /\S[ ][?!:;»%]|«[^\u00A0]|[^\u00A0]»/)).toEqual([]);
  });

  it('are typeset: apostrophes are curved, and an ellipsis is one letter', () => {
    const typed = /\p{Letter}'|\.{3}/u;
    expect([...keysOf(english, typed), ...keysOf(french, typed)]).toEqual([]);
  });

  it('hold nothing that no page says', () => {
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  it('hold every word that a person reads', () => {
    expect(found.bareWords).toEqual([]);
  });
});
