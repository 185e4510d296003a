import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.ts';
import { failedJobsByIds } from '../kernel/job-figures.ts';

/** One more attempt, in the transaction of `em`: of many who ask at once the first has it, and the others find it done. */
export async function retryJob(
  em: EntityManager,
  { jobs, logger }: Pick<Services, 'jobs' | 'logger'>,
  { id, actorId }: { id: string; actorId: string },
): Promise<void> {
  const [job] = await failedJobsByIds(em.getKysely(), [id]);
  if (job === undefined) return;
  await jobs.retry(em, job.queue, id);
  logger.info({ job: job.queue, id, by: actorId }, 'a failed job is tried again');
}
