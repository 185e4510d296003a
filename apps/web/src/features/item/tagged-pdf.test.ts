import { describe, expect, it } from 'vitest';
import { tidied } from './tagged-pdf.ts';

const node = (role: string, ...children: Parameters<typeof tidied>[0]['children']) => ({ role, children });
const words = (id: string) => ({ type: 'content', id });
const row = node('TR', node('TD', words('a')), node('TD', words('b')));

describe('the structure of a PDF', () => {
  it('stays as it is where it is whole', () => {
    const root = node('Root', node('P', words('p'), node('Link', words('l'))), node('Table', row), node('L', node('LI', words('i'))));
    expect(tidied(root)).toEqual(root);
  });

  it('loses what stands between the parts of a table or a list', () => {
    const table = node('Table', words('line'), node('Caption', words('c')), node('TR', words('line'), node('TH', words('a'))));
    expect(tidied(node('Root', table, node('L', words('dot'), node('LI', words('i')))))).toEqual(
      node('Root', node('Table', node('TR', node('TH', words('a')))), node('L', node('LI', words('i')))),
    );
  });

  it('has the rows of head and body in the table itself', () => {
    expect(tidied(node('Table', node('THead', row), node('TBody', row, row)))).toEqual(node('Table', row, row, row));
  });

  it('keeps the words of a table without rows, as no table', () => {
    expect(tidied(node('Table', words('a'), node('TR', words('b'))))).toEqual(node('Div', words('a'), node('Div', words('b'))));
  });
});
