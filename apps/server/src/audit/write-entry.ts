import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

interface Happening {
  readonly table: string;
  readonly rowId: string;
  readonly before: Readonly<Record<string, string | number>>;
  readonly after: Readonly<Record<string, string | number>>;
}

/** Writes down what somebody did to a thing that no trigger of ours watches, in the name of who acts in the transaction of `em`. */
export async function writeEntry(em: EntityManager, { table, rowId, before, after }: Happening): Promise<void> {
  await sql`insert into audit_entry (actor_id, action, table_name, row_id, before, after)
    values (nullif(current_setting('cursus.actor', true), '')::uuid, 'update', ${table}, ${rowId},
      ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb)`.execute(em.getKysely<Database>());
}
