import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A row and the key of its copy. */
export interface Copy {
  readonly from: string;
  readonly to: string;
}

/** A table whose rows are, or belong to, what is copied: by which column. */
export interface CopiedTable {
  readonly table: string;
  readonly keyColumn: string;
}

/** Copies rows under new keys in one statement, whatever columns they have; those of `changed` get its values. */
export async function copyRows(
  em: EntityManager,
  { table, keyColumn }: CopiedTable,
  copies: readonly Copy[],
  changed: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await sql`insert into ${sql.table(table)} select copy.*
    from unnest(cast(${copies.map(({ from }) => from)} as uuid[]), cast(${copies.map(({ to }) => to)} as uuid[])) as key (original_id, copy_id)
    join ${sql.table(table)} as original on original.${sql.ref(keyColumn)} = key.original_id
    cross join lateral jsonb_populate_record(
      original, jsonb_build_object(cast(${keyColumn} as text), key.copy_id) || cast(${JSON.stringify(changed)} as jsonb)
    ) as copy`.execute(em.getKysely<never>());
}
