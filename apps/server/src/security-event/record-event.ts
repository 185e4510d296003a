import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context, Services } from '../context.ts';
import { defineJob } from '../kernel/jobs.ts';
import { SecurityEvent, type SecurityEventKind } from './security-event.entity.ts';

/** Writes down what happens to an account, in the transaction of `em`: with what happened, or not at all. */
export function recordEvent(
  em: EntityManager,
  { request }: Pick<Context, 'request'>,
  userId: string | null,
  kind: SecurityEventKind,
): void {
  const { address, device } = request;
  em.persist(new SecurityEvent({ id: randomUUID(), userId, kind, address, device: device.slice(0, 300) }));
}

/** Of what is refused nothing else remains: it is written down by itself. */
export async function recordNow(ctx: Context, userId: string | null, kind: SecurityEventKind): Promise<void> {
  const em = ctx.em.fork();
  recordEvent(em, ctx, userId, kind);
  await em.flush();
}

/** A year is enough to find out, and no more than is needed. */
export const forgetEventsJob = defineJob({
  name: 'forget-security-events',
  schedule: '47 3 * * *',
  rule: z.object({}),
  run: ({ orm }: Services) => sql`delete from security_event where at < now() - interval '1 year'`.execute(orm.em.fork().getKysely()),
});
