import { type RawBuilder, sql } from 'kysely';
import type { ViewerScope } from '../kernel/authorize.ts';
import { mentions } from '../kernel/search.ts';
import { canSeeAccounts } from './user.policy.ts';

/** The name of the person whom a column names, for a list to be ordered by. */
export const nameOf = (column: string) =>
  sql<string>`(select concat(profile.first_name, ' ', profile.last_name) from profile where profile.user_id = ${sql.ref(column)})`;

/**
 * Whether the person whom a column names is called so: by name or username, and by e-mail address for who may see that, as nobody else may
 * find it out by trying. People are looked through once, not once a row, and an index on the column finds their rows.
 */
export const isCalled = ({ viewer }: ViewerScope, column: string, asked: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any(array(select "user".id from "user" join profile on profile.user_id = "user".id where
    ${mentions(
      sql<string>`concat_ws(' ', profile.first_name, profile.last_name, "user".username, case when ${canSeeAccounts(viewer)}::boolean then "user".email end)`,
      asked,
    )}))`;
