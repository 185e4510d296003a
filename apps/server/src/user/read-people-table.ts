import { importMaxCount } from '@cursus/rules/account';
import papa from 'papaparse';
import { refuse, UserErrorCode } from '../kernel/user-error.ts';

const columns = ['username', 'email', 'firstName', 'lastName', 'language', 'group'] as const;
const required = ['username', 'email', 'firstName', 'lastName'] as const satisfies readonly Column[];
type Column = (typeof columns)[number];

/** A row as it was written: what is absent is empty. */
export interface PersonRow {
  /** The head is the first. */
  readonly number: number;
  readonly values: Readonly<Record<Column, string>>;
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** `First name`, `first_name` and `FIRSTNAME` are one column. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');

function columnsOf(head: readonly string[]): (Column | undefined)[] {
  const named = head.map((cell) => columns.find((column) => plain(column) === plain(cell)));
  const unknown = head.find((cell, at) => named[at] === undefined && cell.trim() !== '');
  if (unknown !== undefined) throw refuse(UserErrorCode.INVALID, ['csv'], `No column is called ${JSON.stringify(unknown.slice(0, 100))}.`);
  const missing = required.find((column) => !named.includes(column));
  if (missing !== undefined) throw refuse(UserErrorCode.REQUIRED, ['csv'], `The first row names no column ${missing}.`);
  const given = named.filter((column) => column !== undefined);
  if (new Set(given).size < given.length) throw refuse(UserErrorCode.INVALID, ['csv'], 'The first row names a column twice.');
  return named;
}

/** Rows of a table as spreadsheets write it: with a mark before it or none, and commas, semicolons (French Excel) or tabs between its cells. */
export function readPeopleTable(csv: string): PersonRow[] {
  const { data, errors } = papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimitersToGuess: [',', ';', '\t'] });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) throw refuse(UserErrorCode.INVALID, ['csv'], `Row ${(broken.row ?? 0) + 1}: a quotation mark is not closed.`);
  const [head = [], ...rows] = data;
  const named = columnsOf(head);
  const people = rows.flatMap((cells, at) => {
    if (isEmpty(cells)) return [];
    const valueOf = (column: Column): string => cells[named.indexOf(column)]?.trim() ?? '';
    const values = Object.fromEntries(columns.map((column) => [column, valueOf(column)])) as Record<Column, string>;
    return [{ number: at + 2, values }];
  });
  if (people.length === 0) throw refuse(UserErrorCode.REQUIRED, ['csv'], 'There is no row under the first one.');
  if (people.length > importMaxCount)
    throw refuse(UserErrorCode.TOO_MANY, ['csv'], `A file has ${importMaxCount} accounts at most.`, importMaxCount);
  return people;
}
