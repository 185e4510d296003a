import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const linesOf = (csv: string): string[] => csv.replace('\ufeff', '').split('\r\n');

describe('a CSV file', () => {
  it('begins with the mark by which Excel knows UTF-8, and ends its lines as RFC 4180 says', () => {
    expect(csvOf(['Titre'], [['Été']], 'fr')).toBe('\ufeffTitre\r\nÉté\r\n');
  });

  it('separates by what the spreadsheets of the language expect', () => {
    expect(linesOf(csvOf(['a', 'b'], [['1,5', 'x']], 'en'))[1]).toBe('"1,5",x');
    expect(linesOf(csvOf(['a', 'b'], [['1,5', 'x']], 'fr'))[1]).toBe('1,5;x');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://evil.example","click")', `'=HYPERLINK("http://evil.example","click")`],
    ['+33 1 23', "'+33 1 23"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['   =1', "'   =1"],
    ['\u200b=1', "'\u200b=1"],
    ["\u00a0=cmd|' /C calc'!A0", "'\u00a0=cmd|' /C calc'!A0"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠x', "'＠x"],
    ['|calc', "'|calc"],
    ['%0', "'%0"],
  ])('holds %j as words', (value, written) => {
    const { data } = parse<string[]>(csvOf(['x'], [[value]], 'en').replace('\ufeff', ''), { skipEmptyLines: true, newline: '\r\n' });
    expect(data[1]).toEqual([written]);
  });

  it('executes nothing in its head either', () => {
    expect(linesOf(csvOf(['=1+1'], [], 'en'))[0]).toMatch(/^"?'=1\+1/);
  });

  it('leaves ordinary words and numbers as they are', () => {
    expect(linesOf(csvOf(['a', 'b', 'c'], [['A = b', -3, 'jean-luc@example.org']], 'en'))[1]).toBe('A = b,-3,jean-luc@example.org');
    expect(linesOf(csvOf(['a'], [['says "no"']], 'en'))[1]).toBe('"says ""no"""');
  });
});
