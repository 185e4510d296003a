import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../database.ts';

/** Whose data it is. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly email: string;
}

/**
 * What a slice's tables hold of people. Every table of the database is in one of these, or among those that hold nothing of anybody
 * (`every-table.ts`): a test fails for one that is in neither.
 */
export interface PersonalData {
  readonly tables: readonly string[];
  /** What of it is the person's to take along: the name of a file in the archive, and what stands in it. */
  readonly archive: Readonly<Record<string, (db: Db, person: Person) => Promise<unknown>>>;
  /** Takes away, in the transaction of an erasure, what nobody else needs. Null: nothing goes, for the reason in `stays`. */
  readonly erase: ((db: Db, person: Person) => Promise<unknown>) | null;
  /** What is left after an erasure, and why. */
  readonly stays?: string;
}

/** What opens something is in no archive, though it is the person's own: columns that are called so, and two more. */
const isSecret = (column: string): boolean => /(^|_)(hash|secret)$/.test(column) || column === 'last_step' || column === 'sha256';

const isOf = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`own.${column}`)} = any (cast(${ids} as uuid[]))`;

const nameInArchive = (column: string): string => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export type ArchivedRow = Readonly<Record<string, unknown>>;

/** Rows as the archive shows them: every column there is, but secrets, under the names that the API gives them. */
export async function archivedRows(db: Db, table: string, column: string, ids: readonly string[]): Promise<ArchivedRow[]> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(own) as row from ${sql.table(table)} as own where ${isOf(column, ids)} order by own`.execute(db);
  const shown = (row: Record<string, unknown>) => Object.entries(row).filter(([name]) => !isSecret(name));
  return rows.map(({ row }) => Object.fromEntries(shown(row).map(([name, value]) => [nameInArchive(name), value])));
}

export const deleteRows = (db: Db, table: string, column: string, id: string): Promise<unknown> =>
  sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db);

/** Leaves of the audit log's entries about rows of a person that something was done, when and by whom, and takes away what stood in them. */
export const forgetHistory = (db: Db, table: string, { id }: Pick<Person, 'id'>): Promise<unknown> =>
  sql`select forget_history_of_user(${table}, ${id})`.execute(db);

/** The same, by the rows that the entries are about. */
export const forgetHistoryOfRows = (db: Db, table: string, ids: readonly string[]): Promise<unknown> =>
  sql`select forget_history_of_rows(${table}, cast(${ids} as uuid[]))`.execute(db);

/** A table whose rows belong to one person each, by `user_id`: they go into the archive, and with the account. */
export const ownTable = (table: string, file: string): PersonalData => ({
  tables: [table],
  archive: { [file]: (db, { id }) => archivedRows(db, table, 'user_id', [id]) },
  erase: async (db, person) => {
    await deleteRows(db, table, 'user_id', person.id);
    await forgetHistory(db, table, person);
  },
});
