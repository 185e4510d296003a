import { type RawBuilder, sql } from 'kysely';
import { mentions } from '../kernel/search.ts';

/** The name of the person whom a column names, for a list to be ordered by. */
export const nameOf = (column: string) =>
  sql<string>`(select concat(profile.first_name, ' ', profile.last_name) from profile where profile.user_id = ${sql.ref(column)})`;

/** Whether the person whom a column names is called so: by name, username or e-mail address. People are looked through once, not once a row. */
export const isCalled = (column: string, asked: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} in (select "user".id from "user" join profile on profile.user_id = "user".id where
    ${mentions(sql<string>`concat_ws(' ', profile.first_name, profile.last_name, "user".username, "user".email)`, asked)})`;
