import type { EntityManager } from '@mikro-orm/postgresql';
import { writeEntry } from '../audit/write-entry.ts';
import type { Services } from '../context.ts';
import { lockFailedJob } from '../kernel/job-figures.ts';

/** One more attempt, in the transaction of `em`: of many who ask at once the first has it, and the others find it done. */
export async function retryJob(
  em: EntityManager,
  { jobs, logger }: Pick<Services, 'jobs' | 'logger'>,
  { id, actorId }: { id: string; actorId: string },
): Promise<void> {
  const job = await lockFailedJob(em.getKysely(), id);
  if (job === undefined) return;
  await jobs.retry(em, job.queue, id);
  const { queue: name, attempts } = job;
  await writeEntry(em, { table: 'job', rowId: id, before: { name, attempts, state: 'failed' }, after: { name, attempts, state: 'retry' } });
  logger.info({ job: job.queue, id, by: actorId }, 'a failed job is tried again');
}
