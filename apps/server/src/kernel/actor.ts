import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * In whose name the rest of the transaction changes things: what the audit trigger writes down. Null: in that of the system, as jobs and the
 * command line do.
 */
export async function actAs(em: EntityManager, userId: string | null): Promise<void> {
  await sql`select set_config('cursus.actor', ${userId ?? ''}, true)`.execute(em.getKysely());
}
