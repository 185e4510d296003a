import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SessionEnd } from './session.entity.ts';

/** Ends a person's sessions but one, or all; a trigger tells every process, and sockets close. Gives how many. */
export async function endSessions(
  em: EntityManager,
  userId: string,
  { but, reason }: { but: string | null; reason: SessionEnd },
): Promise<number> {
  const { rows } = await sql`update session set ended_at = now(), end_reason = ${reason}
    where user_id = ${userId} and ended_at is null and id is distinct from cast(${but} as uuid) returning id`.execute(em.getKysely());
  return rows.length;
}
