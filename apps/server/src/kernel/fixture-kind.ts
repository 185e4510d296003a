/**
 * What fixtures hold under one name: the rows of a table, each with the rows of other tables that belong to it. A slice declares its own,
 * fixture/fixture-kinds.ts lists them. Columns, keys, references and order are the database's to tell.
 */
export interface FixtureKind {
  /** A plural, as the file names it. */
  readonly name: string;
  readonly table: string;
  /** Tables whose rows belong to a record, by the names that the record gives them: each refers to `table` or to another of them. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Columns that open something: dumped only when asked for. The value is what a new row gets that is loaded without one. */
  readonly secrets?: Readonly<Record<string, string | null>>;
  /** Whether all of it opens something. */
  readonly isSecret?: boolean;
}
