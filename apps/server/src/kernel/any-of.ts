import { sql } from 'kysely';

/** `column = any(values)`: one parameter, so that the statement stays the same whatever the number of values. */
export const isAny = (column: string, values: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${values})`;
