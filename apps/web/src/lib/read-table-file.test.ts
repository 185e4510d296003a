import { expect, it } from 'vitest';
import { readTableFile } from './read-table-file.ts';

const fileOf = (...bytes: number[]): Blob => ({ arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) }) as Blob;

it('reads what spreadsheets save today, and what French Excel saves as “CSV”', async () => {
  expect(await readTableFile(fileOf(...new TextEncoder().encode('Zoé;Œuvre')))).toBe('Zoé;Œuvre');
  expect(await readTableFile(fileOf(0x5a, 0x6f, 0xe9, 0x3b, 0x8c, 0x75, 0x76, 0x72, 0x65))).toBe('Zoé;Œuvre');
});
