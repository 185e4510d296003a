import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Services } from '../context.ts';
import type { Database } from '../database.ts';
import { takeTurn } from '../kernel/throttle.ts';
import { waitingDataExport } from './waiting-data-export.ts';

/** One that is not ready by then was lost. */
const longestHours = 2;

/** Each is as large as its person's files, and one that another takes the place of lies there for a day. */
const askedBy = (userId: string) => ({ key: `archive of ${userId}`, allowance: { atOnce: 5, secondsEach: 14_400 } });

/** Has the archive of a person made. While one is being made nothing is begun: of many who ask at once, one begins it. */
export async function requestDataExport({ em, services }: { em: EntityManager; services: Services }, userId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`insert into data_export as known (id, user_id) values (${randomUUID()}, ${userId})
    on conflict (user_id) do update set id = excluded.id, status = 'waiting', done = 0, total = 0, size = null, requested_at = now(),
      ready_at = null, expires_at = null
    where known.status in ('ready', 'failed') or known.requested_at < now() - make_interval(hours => ${longestHours})
    returning id`.execute(em.getKysely<Database>());
  if (rows.length > 0) await takeTurn(em.getKysely<Database>(), [askedBy(userId)]);
  for (const { id } of rows) await services.jobs.queue(em, waitingDataExport, { id });
}
